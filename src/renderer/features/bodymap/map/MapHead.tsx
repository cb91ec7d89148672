// The head of the map: phase, search, kinds, and the bar of the latest mark.
import type { ComponentProps, ReactNode } from 'react'
import { RadioTabs } from '#renderer/ui/RadioTabs.tsx'
import { phaseChoices } from '#renderer/figure/index.ts'
import { KindToolbar } from '../marking/KindChoice.tsx'
import { MapBar } from './MapBar.tsx'
import classes from './MapHead.module.css'
import type { Palette, ShownPhase, Tool } from '../marking/palette.ts'
import { FindPlace } from './FindPlace.tsx'
import type { TreatedSettings } from '../marking/mapActs.ts'
import { TreatedBar } from './TreatedBar.tsx'

interface Props extends Omit<ComponentProps<typeof MapBar>, 'severity' | 'kind'> {
  sessionId: string
  palette: Palette
  onPalette: (change: Partial<Palette>) => void
  treated: TreatedSettings
  onTreated: (settings: TreatedSettings) => void
  /** While the editor is open it has these fields. */
  isBarHidden: boolean
  onFind: ComponentProps<typeof FindPlace>['onFind']
  /** The map with this head and the figures. */
  ground: ComponentProps<typeof FindPlace>['ground']
  children: ReactNode
}

const shownChoices: readonly { id: ShownPhase; name: string }[] = [...phaseChoices, { id: 'both', name: 'Both' }]

const hints: Readonly<Record<Tool, string | null>> = {
  mark: null,
  point: 'Press on the exact spot; drag to where it refers. Esc ends.',
  draw: 'Draw in the colour of the kind; two fingers move the picture. Esc ends.',
  erase: 'Drag over strokes to erase them. Esc ends.',
  treat: 'Press and drag across the treated regions. Esc ends.',
}

export function MapHead(props: Props) {
  const { sessionId, palette, onPalette, treated, onTreated, isBarHidden, onFind, ground, children, ...bar } = props
  const hint = hints[palette.tool]
  return (
    <div className={classes.head}>
      <div className={classes.line}>
        <div className={classes.phases}>
          <RadioTabs
            label="Phase"
            value={palette.shownPhase}
            choices={shownChoices}
            onChange={(shownPhase) => onPalette({ shownPhase })}
          />
        </div>
        <div className={classes.find}>
          <FindPlace onFind={onFind} ground={ground} />
        </div>
        {children}
      </div>
      {palette.tool === 'treat' ? (
        <TreatedBar sessionId={sessionId} settings={treated} onChange={onTreated} />
      ) : (
        <KindToolbar value={palette.kind} onChange={(kind) => onPalette({ kind })} />
      )}
      <div className={classes.bar} style={isBarHidden ? { visibility: 'hidden' } : undefined}>
        {hint && !(palette.tool === 'point' && bar.selected) ? (
          <p className={classes.hint}>{hint}</p>
        ) : (
          <MapBar severity={palette.severity} kind={palette.kind} {...bar} />
        )}
      </div>
    </div>
  )
}
