// What opens beside a place of the map: the editor of a finding, and the list of a pile of findings.
import { Popover } from '@mantine/core'
import type { ComponentProps } from 'react'
import { labelOfRegion, shortLabelOfRegion } from '#shared/domain/bodymap/regions.ts'
import { findingKind, type Finding } from '#shared/domain/bodymap/finding.ts'
import { KindBadge, PileMenu, pileWords } from '#renderer/figure/index.ts'
import paper from '#renderer/ui/paper.module.css'
import classes from '../BodyMap.module.css'
import { FindingEditor } from './FindingEditor.tsx'
import type { useOpenRegion } from '../marking/useOpenRegion.ts'
import type { PileSpot } from '../marking/mapActs.ts'

type EditorProps = ComponentProps<typeof FindingEditor>

interface Props extends Omit<EditorProps, 'place'> {
  open: ReturnType<typeof useOpenRegion>['open']
}

/** The editor as a panel beside the region, which has the focus while it is open. */
export const EditorPopover = ({ open, ...editor }: Props) => (
  <Popover
    opened={open !== null}
    onChange={(isOpen) => {
      if (!isOpen) editor.onClose()
    }}
    width={404}
    position="right-start"
    offset={12}
    withRoles={false}
    withArrow
    arrowSize={9}
    shadow="md"
    trapFocus
    returnFocus={false}
    closeOnClickOutside
    middlewares={{ flip: { padding: 8 }, shift: { crossAxis: true, padding: 8 } }}
    transitionProps={{ duration: 80 }}
  >
    <Popover.Target>
      <div className={classes.anchor} style={open?.box ?? { visibility: 'hidden' }} />
    </Popover.Target>
    <Popover.Dropdown
      p={0}
      role="dialog"
      className={paper.floating ?? ''}
      aria-label={open ? `Finding: ${open.regionId === null ? 'new' : labelOfRegion(open.regionId)}` : undefined}
    >
      {open && <FindingEditor key={`${open.view} ${open.regionId} ${open.findingId}`} place={open} {...editor} />}
    </Popover.Dropdown>
  </Popover>
)

interface FindingPileProps {
  /** With its box on the map; null while none is open. */
  pile: (PileSpot & { readonly box: ComponentProps<typeof PileMenu>['box'] }) | null
  onChoose: (pile: PileSpot, finding: Finding) => void
  onClose: () => void
}

/** A pile, opened: each finding by name; pressing one opens its editor. */
export const FindingPile = ({ pile, onChoose, onClose }: FindingPileProps) => (
  <PileMenu
    box={pile?.box ?? null}
    name={pile ? pileWords(pile.findings) : ''}
    choices={
      pile?.findings.map((finding) => ({
        id: finding.id,
        sign: <KindBadge kind={finding.kind} />,
        name: shortLabelOfRegion(finding.regionId),
        detail: `${findingKind(finding.kind).name}${finding.severity > 0 ? ` ${finding.severity}` : ''}`,
        choose: () => onChoose(pile, finding),
      })) ?? []
    }
    onClose={onClose}
  />
)
