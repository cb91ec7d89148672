// The findings under the map: what, where, how strong, what changed; each can be opened, confirmed and removed.
import { ActionIcon, Button, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { memo, useRef } from 'react'
import { courseWords } from '#shared/domain/bodymap/changeSentence.ts'
import { findingKind, type Finding } from '#shared/domain/bodymap/finding.ts'
import { courseId, findingCourses, type FindingCourse } from '#shared/domain/bodymap/phases.ts'
import { regionInSentence, shortLabelOfRegion, structureOfId } from '#shared/domain/bodymap/regions.ts'
import { DataTable, useNewest } from '#renderer/ui/DataTable.tsx'
import { usePlace } from '#renderer/ui/places.tsx'
import { mapPlaces, useStandsOut } from '../fromOutside.ts'
import classes from './FindingsTable.module.css'
import { findingName } from '../marks/findingWords.ts'
import { KindBadge } from '../marks/kindGlyphs.tsx'

export interface TableActions {
  open: (course: FindingCourse, row: Element) => void
  remove: (course: FindingCourse) => void
  confirm: (finding: Finding) => void
}

interface Props {
  findings: readonly Finding[]
  /** Whether a finding could not be saved yet. */
  isUnsaved?: (id: string) => boolean
  /** Where carried-over findings come from: "9 Nov"; null when that is not known. */
  carriedFrom?: string | null
  /** Without these the table is read-only. */
  actions?: TableActions
}

/** How many are shown at first. */
const rowsAtFirst = 48

export const FindingsTable = memo(({ findings, isUnsaved, carriedFrom = null, actions }: Props) => {
  const { shown, earlier, showAll } = useNewest(findingCourses(findings), rowsAtFirst)
  const firstUnconfirmed = actions && shown.find(isUnconfirmed)
  return (
    <DataTable caption="Findings" columns={['Region', 'Kind', 'Severity', ...(actions ? ['Remove'] : [])]}>
      {earlier > 0 && (
        <tr>
          <td colSpan={actions ? 4 : 3}>
            <Button size="compact-xs" variant="subtle" onClick={showAll}>
              Show {earlier} earlier findings
            </Button>
          </td>
        </tr>
      )}
      {shown.map((course) => (
        <Row
          key={courseId(course)}
          course={course}
          isUnsaved={isUnsaved}
          carriedFrom={carriedFrom}
          actions={actions}
          isFirstUnconfirmed={course === firstUnconfirmed}
        />
      ))}
    </DataTable>
  )
})

const isUnconfirmed = ({ before }: FindingCourse) => before !== null && !before.isConfirmed

interface RowProps {
  course: FindingCourse
  isUnsaved: Props['isUnsaved']
  carriedFrom: string | null
  actions: TableActions | undefined
  /** The place that other parts focus for unconfirmed findings. */
  isFirstUnconfirmed: boolean
}

function Row({ course, isUnsaved, carriedFrom, actions, isFirstUnconfirmed }: RowProps) {
  const open = useRef<HTMLButtonElement>(null)
  const isShown = useStandsOut([courseId(course)])
  usePlace(isFirstUnconfirmed ? mapPlaces.unconfirmed : null, { focus: () => open.current?.focus() })
  const finding = course.after ?? course.before
  if (!finding) return null
  const unconfirmed = isUnconfirmed(course) ? course.before : null
  const isKept = [course.before, course.after].some((one) => one && isUnsaved?.(one.id))
  const name = findingName(finding)
  return (
    <tr className={classes.row} data-course={courseId(course)} data-shown={isShown || undefined}>
      <th scope="row" className={classes.where}>
        <span className={classes.whereLine}>
          <KindBadge kind={finding.kind} size={16} />
          <span className={classes.words}>
            <span className={classes.first}>
              {actions ? (
                <UnstyledButton
                  ref={open}
                  className={classes.open}
                  onClick={(event) => actions.open(course, event.currentTarget)}
                >
                  {shortLabelOfRegion(finding.regionId)}
                </UnstyledButton>
              ) : (
                <b>{shortLabelOfRegion(finding.regionId)}</b>
              )}
              {isKept && <span className={classes.unsaved}>not saved yet</span>}
              {unconfirmed && <CarriedFrom when={carriedFrom} />}
              {unconfirmed && actions && (
                <Button
                  size="compact-xs"
                  variant="default"
                  className={classes.confirm ?? ''}
                  aria-label={`Confirm finding: ${name}`}
                  onClick={() => actions.confirm(unconfirmed)}
                >
                  Confirm
                </Button>
              )}
            </span>
            <More finding={finding} isShortened={actions !== undefined} />
          </span>
        </span>
      </th>
      <td className={classes.kind}>{findingKind(finding.kind).name}</td>
      <td className={classes.severity}>
        <Severity course={course} />
      </td>
      {actions && (
        <td className={classes.remove}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={24}
            aria-label={`Remove finding: ${name}`}
            onClick={() => actions.remove(course)}
          >
            <IconX size={14} stroke={1.8} aria-hidden />
          </ActionIcon>
        </td>
      )}
    </tr>
  )
}

/** "from 18 Nov"; that it is not confirmed is seen by its tint, and read out. */
function CarriedFrom({ when }: { when: string | null }) {
  if (when === null) return <span className={classes.carried}>not confirmed</span>
  return (
    <span className={classes.carried} title={`from ${when}, not confirmed`}>
      from {when}
      <VisuallyHidden component="span">, not confirmed</VisuallyHidden>
    </span>
  )
}

/** "7 → 3 much better", read as a change. */
function Severity({ course }: { course: FindingCourse }) {
  const { numbers, word } = courseWords(course)
  return (
    <>
      <span className={classes.numbers}>{numbers}</span>
      {word && (
        <span className={classes.word} data-word={word}>
          {word}
        </span>
      )}
    </>
  )
}

interface MoreProps {
  finding: Finding
  /** Where the finding can be opened, long words end after three lines. */
  isShortened: boolean
}

/** Everything else that is known of a finding, quietly. */
function More({ finding, isShortened }: MoreProps) {
  const { structureId, depth, refersTo, refersToRegionId, remark, point } = finding
  const structure = structureId === null ? undefined : structureOfId(structureId)
  const refers = refersTo || (refersToRegionId && regionInSentence(refersToRegionId))
  const parts = [structure?.name ?? structureId, depth, point && 'exact point', refers && `refers to ${refers}`, remark]
  const words = parts.filter(Boolean)
  return words.length === 0 ? null : (
    <span
      className={classes.more}
      data-shortened={isShortened || undefined}
      title={isShortened ? words.join(' · ') : undefined}
      dir="auto"
    >
      {words.join(' · ')}
    </span>
  )
}
