// The filter of searchable lists: it ignores case, accents and punctuation.
import type { ComboboxItem, OptionsFilter } from '@mantine/core'
import { foldText } from '#shared/domain/folding.ts'

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
