// The practice's templates: reordering, editing, and deleting with undo.
import { ActionIcon, Button, Text } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '#renderer/bridge/bridge.ts'
import { areTextsKept } from '#renderer/bridge/keptTexts.ts'
import { useAnswer, useMutationOf, refreshAfter } from '#renderer/bridge/queries.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { SortableList, type RowPlace } from '#renderer/ui/SortableList.tsx'
import { notifyFailure } from '#renderer/ui/notifyFailure.ts'
import { notifyWithUndo } from '#renderer/ui/notifyWithUndo.tsx'
import type { Template } from '#shared/domain/template/template.ts'
import { TemplateDialog } from './TemplateDialog.tsx'
import classes from './TemplateSettings.module.css'
import { emptyTemplate, unknownParts, templateFacts, unknownPartWords } from './templateTexts.ts'
import { useIsWritable } from '#renderer/ui/Writable.tsx'

const newForm = 'template-new'
const formOf = (id: string) => `template-${id}`

export function TemplateSettings() {
  const templates = useAnswer('template:list', {})
  // What was read stays when it cannot be read anew: a dialog that is open on it holds what somebody types.
  if (templates.data) return <TemplateList templates={templates.data} />
  return templates.error && <FailureNotice failure={templates.error} onRetry={() => void templates.refetch()} />
}

/** The template that is being changed, or a new one. */
type Open = { readonly template: Template; readonly isNew: boolean }

/** An edit that a lock interrupted is restored. */
function keptDialog(templates: readonly Template[]): Open | null {
  if (areTextsKept(newForm)) return { template: emptyTemplate(crypto.randomUUID()), isNew: true }
  const template = templates.find(({ id }) => areTextsKept(formOf(id)))
  return template ? { template, isNew: false } : null
}

function TemplateList({ templates }: { templates: readonly Template[] }) {
  const [open, setOpen] = useState<Open | null>(() => keptDialog(templates))
  const reorder = useMutationOf('template:reorder')
  const removeWithUndo = useRemoval(templates)
  const isWritable = useIsWritable()

  return (
    <div className={classes.templates}>
      {templates.length === 0 ? (
        <Text c="dimmed">No template. Sessions begin empty.</Text>
      ) : (
        <div className={classes.list}>
          <SortableList
            label="Templates"
            items={templates}
            nameOf={({ name }) => name}
            isFixed={!isWritable}
            onReorder={(ids) => reorder.mutateAsync({ ids: [...ids] })}
            renderRow={(template, place) => (
              <TemplateRow
                template={template}
                place={place}
                onEdit={() => setOpen({ template, isNew: false })}
                onRemove={() => void removeWithUndo(template).catch(notifyFailure)}
              />
            )}
          />
        </div>
      )}
      <Button
        variant="default"
        leftSection={<IconPlus size={16} stroke={1.7} aria-hidden />}
        onClick={() => setOpen({ template: emptyTemplate(crypto.randomUUID()), isNew: true })}
      >
        New template
      </Button>
      {open && isWritable && (
        <TemplateDialog
          template={open.template}
          form={open.isNew ? newForm : formOf(open.template.id)}
          title={open.isNew ? 'New template' : 'Edit template'}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  )
}

/** Deletes a template, with a way to bring it back to its place. */
function useRemoval(templates: readonly Template[]): (template: Template) => Promise<void> {
  const cache = useQueryClient()
  return async (template) => {
    const { id } = template
    const place = templates.findIndex((one) => one.id === id)
    const bringBack = async () => {
      await ask('template:put', { template })
      const others = (await ask('template:list', {})).map((one) => one.id).filter((one) => one !== id)
      await ask('template:reorder', { ids: [...others.slice(0, place), id, ...others.slice(place)] })
      await refreshAfter(cache, 'template:put')
    }
    await ask('template:remove', { id })
    await refreshAfter(cache, 'template:remove')
    notifyWithUndo(
      `template-${id}`,
      <>
        Template <bdi>{template.name}</bdi> deleted. Sessions that began with it stay as they are.
      </>,
      bringBack,
    )
  }
}

interface RowProps {
  template: Template
  place: RowPlace
  onEdit: () => void
  onRemove: () => void
}

const icon = { size: 16, stroke: 1.7, 'aria-hidden': true } as const

function TemplateRow({ template, place, onEdit, onRemove }: RowProps) {
  const { name } = template
  const unknown = unknownParts(template)
  // A disabled button keeps the focus: at the end of the list it stays on the moved template.
  const step = (by: -1 | 1, isAtEnd: boolean) => ({
    variant: 'subtle',
    color: 'gray',
    size: 32,
    className: classes.step ?? '',
    'aria-label': `Move ${name} ${by < 0 ? 'up' : 'down'}`,
    'aria-disabled': isAtEnd,
    'data-disabled': isAtEnd,
    onClick: () => place.step(by),
  })
  return (
    <div className={classes.row}>
      <div className={classes.main}>
        <strong dir="auto">{name}</strong>
        <span className={classes.facts}>{templateFacts(template)}</span>
        {unknown.length > 0 && <span className={classes.facts}>{unknownPartWords(unknown)}</span>}
      </div>
      <div className={classes.actions}>
        <ActionIcon {...step(-1, place.isFirst)}>
          <IconArrowUp {...icon} />
        </ActionIcon>
        <ActionIcon {...step(1, place.isLast)}>
          <IconArrowDown {...icon} />
        </ActionIcon>
        <Button variant="default" size="compact-md" aria-label={`Edit ${name}`} onClick={onEdit}>
          Edit
        </Button>
        <ActionIcon variant="subtle" color="gray" size={32} aria-label={`Delete ${name}`} onClick={onRemove}>
          <IconTrash {...icon} />
        </ActionIcon>
      </div>
    </div>
  )
}
