// A list that can be reordered by its handles: with mouse, finger or pen, and by the arrow keys on them.
import { closestCenter, DndContext, PointerSensor, useSensor, useSensors, type DragEndEvent } from '@dnd-kit/core'
import { arrayMove, SortableContext, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconGripVertical } from '@tabler/icons-react'
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { ourKeys } from './inputMethodKeys.ts'
import { notifyFailure } from './notifyFailure.ts'
import classes from './SortableList.module.css'

interface Item {
  readonly id: string
}

/** A row's position, and how to move it. */
export interface RowPlace {
  readonly isFirst: boolean
  readonly isLast: boolean
  /** Moves the row one place up or down; at the end of the list it does nothing. */
  readonly step: (by: -1 | 1) => void
}

interface Props<T extends Item> {
  /** The list's accessible name; none where its surroundings name it. */
  label?: string
  items: readonly T[]
  /** An item's name: for "Move …", and for the announcement after a move. */
  nameOf: (item: T) => string
  /** Whether the order cannot be changed now; the handles are gone meanwhile. */
  isFixed?: boolean
  /**
   * Stores a new order of all items; the list shows it at once, until the promise is settled. A rejection is notified, and the
   * item's stored position announced.
   */
  onReorder: (ids: readonly string[]) => Promise<unknown>
  renderRow: (item: T, place: RowPlace) => ReactNode
}

const nothingSaid = () => undefined
/** The list announces positions itself, in the same words for pointer and keys. */
const accessibility = {
  announcements: {
    onDragStart: nothingSaid,
    onDragOver: nothingSaid,
    onDragEnd: nothingSaid,
    onDragCancel: nothingSaid,
  },
  screenReaderInstructions: { draggable: '' },
}

interface Order {
  readonly ahead: readonly string[] | null
  readonly unsaved: string | null
}
const storedOrder: Order = { ahead: null, unsaved: null }

export function SortableList<T extends Item>({ label, items, nameOf, isFixed, onReorder, renderRow }: Props<T>) {
  const sensors = useSensors(useSensor(PointerSensor))
  /** The order that is being stored, and the item whose new position was not stored last. */
  const [{ ahead, unsaved }, setOrder] = useState<Order>(storedOrder)
  const [moved, setMoved] = useState('')
  const byId = new Map(items.map((item) => [item.id, item]))
  const shown = ahead?.length === items.length ? ahead.flatMap((id) => byId.get(id) ?? []) : items
  const ids = shown.map(({ id }) => id)

  const unsavedAt = items.findIndex(({ id }) => id === unsaved)
  const unsavedItem = items[unsavedAt]
  const announced = unsavedItem ? `Not saved: ${nameOf(unsavedItem)}, ${unsavedAt + 1} of ${items.length}` : moved
  const say = (item: T, at: number) => {
    setOrder((now) => (now.unsaved === null ? now : { ...now, unsaved: null }))
    setMoved(`${nameOf(item)}, ${at + 1} of ${shown.length}`)
  }

  const move = (from: number, to: number) => {
    const item = shown[from]
    if (!item || from === to || to < 0 || to >= shown.length) return
    const next = arrayMove(ids, from, to)
    say(item, to)
    setOrder({ ahead: next, unsaved: null })
    // A newer order that is being stored holds this move too.
    const end = (order: Order) => setOrder((now) => (now.ahead === next ? order : now))
    onReorder(next).then(
      () => end(storedOrder),
      (failure: unknown) => {
        notifyFailure(failure)
        end({ ahead: null, unsaved: item.id })
      },
    )
  }

  const placesOf = ({ active, over }: Pick<DragEndEvent, 'active' | 'over'>) =>
    [ids.indexOf(String(active.id)), over ? ids.indexOf(String(over.id)) : -1] as const

  return (
    <div className={classes.sortable}>
      <VisuallyHidden role="status">{announced}</VisuallyHidden>
      <DndContext
        sensors={sensors}
        collisionDetection={closestCenter}
        modifiers={[({ transform }) => ({ ...transform, x: 0 })]}
        accessibility={accessibility}
        onDragOver={(event) => {
          const [from, to] = placesOf(event)
          const item = shown[from]
          if (item && to >= 0) say(item, to)
        }}
        onDragEnd={(event) => move(...placesOf(event))}
        onDragCancel={({ active }) => {
          const at = ids.indexOf(String(active.id))
          const item = shown[at]
          if (item) say(item, at)
        }}
      >
        <SortableContext items={ids} strategy={verticalListSortingStrategy}>
          <ol className={classes.list} aria-label={label}>
            {shown.map((item, at) => (
              <Row key={item.id} id={item.id} name={nameOf(item)} isFixed={isFixed} onStep={(by) => move(at, at + by)}>
                {renderRow(item, {
                  isFirst: at === 0,
                  isLast: at === shown.length - 1,
                  step: (by) => move(at, at + by),
                })}
              </Row>
            ))}
          </ol>
        </SortableContext>
      </DndContext>
    </div>
  )
}

interface RowProps {
  id: string
  name: string
  isFixed: boolean | undefined
  onStep: (by: -1 | 1) => void
  children: ReactNode
}

function Row({ id, name, isFixed = false, onStep, children }: RowProps) {
  const { setNodeRef, setActivatorNodeRef, listeners, transform, transition, isDragging } = useSortable({
    id,
    disabled: isFixed,
  })
  const onKeyDown = (event: KeyboardEvent) => {
    const by = ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key]
    if (by === undefined) return
    event.preventDefault()
    onStep(by)
  }
  return (
    <li
      ref={setNodeRef}
      className={classes.row}
      style={{ transform: transform ? `translateY(${transform.y}px)` : undefined, transition }}
      data-dragged={isDragging || undefined}
    >
      {!isFixed && (
        <UnstyledButton
          ref={setActivatorNodeRef}
          className={classes.handle}
          aria-label={`Move ${name}`}
          aria-description="The up and down arrow keys move it"
          {...listeners}
          onKeyDown={ourKeys(onKeyDown)}
        >
          <IconGripVertical size={15} stroke={1.7} aria-hidden />
        </UnstyledButton>
      )}
      {children}
    </li>
  )
}
