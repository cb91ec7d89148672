// Finding a region or a muscle by its name: type a few letters, choose, and the map goes there.
import { Popover, VisuallyHidden } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useId, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { findPlaces, type Place } from '#shared/domain/bodymap/findPlaces.ts'
import { isOfInputMethod, ourKeys } from '#renderer/ui/inputMethodKeys.ts'
import classes from './FindPlace.module.css'

interface Props {
  /** Called when a place is chosen. The words stay in the box, selected, so that the next search replaces them. */
  onFind: (place: Place) => void
  /** The element around this box and the figures: "/" focuses the box from anywhere in it. */
  ground: RefObject<HTMLElement | null>
}

/**
 * A search box that stays a search box for screen readers: results are announced by their number, and the arrow keys
 * go through them while the focus stays in the box.
 */
export function FindPlace({ onFind, ground }: Props) {
  const [query, setQuery] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const listId = useId()
  useSlashKey(input, ground)

  const isAsked = isOpen && query.trim() !== ''
  const places = isAsked ? findPlaces(query) : []
  const optionId = (index: number) => `${listId}-${index}`

  const choose = (place: Place | undefined) => {
    if (!place) return
    setQuery(place.label)
    setOpen(false)
    onFind(place)
    requestAnimationFrame(() => {
      if (document.activeElement === input.current) input.current?.select()
    })
  }

  const goTo = (index: number) => {
    setActive(index)
    list.current?.children[index]?.scrollIntoView({ block: 'nearest' })
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (isOfInputMethod(event)) return
    const last = places.length - 1
    if (event.key === 'Escape' && query !== '') {
      setQuery('')
      setOpen(false)
      // Without the open list Escape is also the map's, which hides the result.
      if (isAsked) event.stopPropagation()
    } else if (event.key === 'ArrowDown' && !isOpen) setOpen(true)
    else if (event.key === 'ArrowDown' && last >= 0) goTo(active >= last ? 0 : active + 1)
    else if (event.key === 'ArrowUp' && last >= 0) goTo(active <= 0 ? last : active - 1)
    else if (event.key === 'Enter') choose(places[active])
    else return
    event.preventDefault()
  }

  return (
    <Popover
      opened={isAsked}
      position="bottom-start"
      offset={4}
      width={380}
      shadow="md"
      withinPortal={false}
      floatingStrategy="fixed"
      withRoles={false}
      returnFocus={false}
      closeOnEscape={false}
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <div className={classes.box}>
          <IconSearch size={14} stroke={1.8} aria-hidden />
          <input
            ref={input}
            type="search"
            className={classes.input}
            aria-label="Find a region or muscle"
            placeholder="Find a region or muscle"
            title="Find a region or muscle ( / )"
            autoComplete="off"
            spellCheck={false}
            aria-autocomplete="list"
            aria-controls={places.length > 0 ? listId : undefined}
            aria-activedescendant={places.length > 0 ? optionId(active) : undefined}
            value={query}
            onChange={({ target }) => {
              setQuery(target.value)
              setActive(0)
              setOpen(true)
            }}
            onKeyDown={onKeyDown}
            onBlur={() => setOpen(false)}
          />
          <VisuallyHidden role="status">{isAsked ? countWords(places.length) : ''}</VisuallyHidden>
        </div>
      </Popover.Target>
      <Popover.Dropdown className={classes.panel ?? ''}>
        {places.length === 0 ? (
          <p className={classes.nothing}>
            Nothing found for “{query.trim()}”. Try a region or a muscle, such as neck or piriformis.
          </p>
        ) : (
          <div ref={list} id={listId} className={classes.list} role="listbox" aria-label="Places">
            {places.map((place, index) => (
              // The search box keeps the focus and handles the keys.
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
              <div
                key={`${place.kind} ${place.id}`}
                id={optionId(index)}
                className={classes.place}
                role="option"
                tabIndex={-1}
                aria-selected={index === active}
                onMouseDown={(event) => event.preventDefault()}
                onMouseMove={() => setActive(index)}
                onClick={() => choose(place)}
              >
                <span className={classes.label}>{place.label}</span>
                <span className={classes.detail}>
                  {place.kind === 'region' ? 'region' : 'tissue'}
                  {place.detail && `, ${place.detail}`}
                </span>
              </div>
            ))}
          </div>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}

const countWords = (count: number) => {
  if (count === 0) return 'Nothing found'
  return count === 1 ? '1 place found' : `${count} places found`
}

function useSlashKey(input: RefObject<HTMLInputElement | null>, ground: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const onKeyDown = ourKeys((event: globalThis.KeyboardEvent) => {
      const { key, target, ctrlKey, metaKey, altKey } = event
      if (key !== '/' || ctrlKey || metaKey || altKey || !(target instanceof Element) || isTyping(target)) return
      if (!input.current || !ground.current?.contains(target)) return
      event.preventDefault()
      event.stopPropagation()
      input.current.focus()
      input.current.select()
    })
    // Ahead of the regions, for which other keys begin a name.
    document.addEventListener('keydown', onKeyDown, true)
    return () => document.removeEventListener('keydown', onKeyDown, true)
  }, [input, ground])
}

const isTyping = (target: Element) =>
  target.closest(
    'textarea, select, [contenteditable], input:not([type="radio"], [type="checkbox"], [type="range"])',
  ) !== null
