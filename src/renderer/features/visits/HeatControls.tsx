// Over which visits the heat map goes, and what it counts.
import type { HeatMeasure } from '#shared/domain/bodymap/visitHistory.ts'
import type { Visit } from '#shared/domain/bodymap/visits.ts'
import { RadioTabs } from '#renderer/ui/RadioTabs.tsx'
import type { HeatRange } from './heat.ts'
import slider from './slider.module.css'
import classes from './Timeline.module.css'
import { VisitTicks, spanWords, visitWords } from './VisitTicks.tsx'

interface Props {
  visits: readonly Visit[]
  range: HeatRange
  onRange: (range: HeatRange) => void
  measure: HeatMeasure
  onMeasure: (measure: HeatMeasure) => void
}

const measures: readonly { id: HeatMeasure; name: string }[] = [
  { id: 'times marked', name: 'Times marked' },
  { id: 'mean severity', name: 'Mean severity' },
]

/** Two native sliders on one track. Each stops at the other. */
export function HeatControls({ visits, range: { from, to }, onRange, measure, onMeasure }: Props) {
  const last = Math.max(1, visits.length - 1)
  const shared = { min: 0, max: last, step: 1, disabled: visits.length < 2 }
  return (
    <div className={classes.timeline}>
      <div className={classes.line}>
        <p className={classes.visit}>{spanWords(visits, from, to)}</p>
        <RadioTabs label="Measure" value={measure} choices={measures} onChange={onMeasure} />
      </div>
      <div className={classes.line}>
        <div className={`${slider.slider} ${slider.both}`}>
          <div className={slider.track} />
          <div
            className={slider.filled}
            style={{ insetInlineStart: `${(from / last) * 100}%`, width: `${((to - from) / last) * 100}%` }}
          />
          <input
            type="range"
            {...shared}
            className={slider.range}
            value={from}
            aria-label="From visit"
            aria-valuetext={visitWords(visits, from)}
            onChange={(event) => onRange({ from: Math.min(event.currentTarget.valueAsNumber, to), to })}
          />
          <input
            type="range"
            {...shared}
            className={`${slider.range} ${slider.second}`}
            value={to}
            aria-label="To visit"
            aria-valuetext={visitWords(visits, to)}
            onChange={(event) => onRange({ from, to: Math.max(event.currentTarget.valueAsNumber, from) })}
          />
          <VisitTicks visits={visits} />
        </div>
      </div>
    </div>
  )
}
