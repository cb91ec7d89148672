// What the next mark will be: kind, severity, tool, phase. Kind and severity stay from session to session while the app is open.
import { useMemo, useState } from 'react'
import type { FindingKind, Phase } from '#shared/domain/bodymap/finding.ts'

export const tools = ['mark', 'point', 'draw', 'erase', 'treat'] as const
export type Tool = (typeof tools)[number]

/** Which phases are on screen: one, or both side by side. */
export type ShownPhase = Phase | 'both'

export interface Palette {
  readonly kind: FindingKind
  /** 0–10. */
  readonly severity: number
  readonly tool: Tool
  readonly shownPhase: ShownPhase
}

let kept: Pick<Palette, 'kind' | 'severity'> = { kind: 'pain', severity: 5 }

/** The palette of one open map, and how it is changed. */
export function usePalette(): readonly [Palette, (change: Partial<Palette>) => void] {
  const [palette, setPalette] = useState<Palette>(() => ({ ...kept, tool: 'mark', shownPhase: 'before' }))
  const change = useMemo(
    () => (part: Partial<Palette>) =>
      setPalette((now) => {
        const next = { ...now, ...part }
        kept = { kind: next.kind, severity: next.severity }
        return next
      }),
    [],
  )
  return [palette, change]
}
