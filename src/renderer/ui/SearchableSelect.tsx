// A list that is searched by typing. Typed letters that name no entry stay in the field and are reported as not
// saved.
import { Select, type SelectProps, type ComboboxItem, type OptionsFilter } from '@mantine/core'
import { useRef, useState } from 'react'
import { foldText } from '#shared/domain/folding.ts'
import { useUnstored } from './unstoredFields.ts'

interface Choice {
  readonly value: string
  readonly label: string
}

interface Props extends Omit<
  SelectProps,
  'data' | 'value' | 'searchable' | 'searchValue' | 'onSearchChange' | 'onInput' | 'onBlur' | 'onFocus' | 'aria-label'
> {
  /** The accessible name. */
  'aria-label': string
  data: readonly Choice[]
  value: string | null
  onChange: (value: string | null) => void
}

export function SearchableSelect({
  data,
  value,
  onChange,
  error,
  filter = byLabel,
  'aria-label': name,
  ...props
}: Props) {
  const box = useRef<HTMLInputElement>(null)
  /** The search text; null while the box shows the chosen entry. */
  const [typed, setTyped] = useState<string | null>(null)
  const [hasFocus, setHasFocus] = useState(false)
  const isUnchosen = typed !== null && typed.trim() !== ''
  const choose = (next: string | null) => {
    setTyped(null)
    onChange(next)
  }
  const leave = () => {
    setHasFocus(false)
    if (typed === null) return
    const named = isUnchosen ? entryNamed(data, typed) : undefined
    if (named) choose(named.value)
    else if (!isUnchosen) setTyped(null)
  }
  useUnstored({
    name,
    isUnstored: isUnchosen,
    show: () => box.current?.focus(),
    // The search text is not a record; the chosen entry is stored.
    keptIn: null,
    lostWords: lostWords(typed ?? ''),
  })
  return (
    <Select
      ref={box}
      {...props}
      aria-label={name}
      searchable
      filter={filter}
      data={[...data]}
      value={value}
      error={error ?? (isUnchosen && !hasFocus ? 'Choose one from the list, or clear this.' : undefined)}
      searchValue={typed ?? data.find((one) => one.value === value)?.label ?? ''}
      onInput={(event) => setTyped(event.currentTarget.value)}
      onFocus={() => setHasFocus(true)}
      onBlur={leave}
      // Called also when the entry was chosen already.
      onOptionSubmit={() => setTyped(null)}
      onChange={choose}
    />
  )
}

/** The entry whose whole name equals the text. */
function entryNamed(data: readonly Choice[], typed: string): Choice | undefined {
  const [first, ...others] = data.filter(({ label }) => foldText(label) === foldText(typed))
  return others.length === 0 ? first : undefined
}

const lostWords = (typed: string) => (name: string) =>
  `Not saved, because it is not in the list: ${name} “${typed.trim()}”.`

/**
 * The options with a name that contains the typed text, at most as many as the list shows.
 * @param namesOf the names of an option, where it has others than its label
 */
export const foldedFilter =
  (namesOf: (option: ComboboxItem) => readonly string[] = ({ label }) => [label]): OptionsFilter =>
  ({ options, search, limit }) => {
    const typed = foldText(search)
    return options
      .filter((option) => !('value' in option) || namesOf(option).some((name) => foldText(name).includes(typed)))
      .slice(0, limit)
  }

/** {@link foldedFilter} by the label alone. */
export const byLabel: OptionsFilter = foldedFilter()
