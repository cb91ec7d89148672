// A pile of findings on a draft's map, opened: each finding by name; pressing one opens its editor.
import type { ComponentProps } from 'react'
import { findingKind, type Finding } from '#shared/domain/bodymap/finding.ts'
import { shortLabelOfRegion } from '#shared/domain/bodymap/regions.ts'
import { KindBadge, PileMenu, pileWords } from '#renderer/figure/index.ts'
import type { PileSpot } from '../marking/mapActs.ts'

interface Props {
  /** With its box on the map; null while none is open. */
  pile: (PileSpot & { readonly box: ComponentProps<typeof PileMenu>['box'] }) | null
  onChoose: (pile: PileSpot, finding: Finding) => void
  onClose: () => void
}

export const FindingPile = ({ pile, onChoose, onClose }: Props) => (
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
