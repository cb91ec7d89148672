// What signs and tints mean, always beside the map.
import { changeKinds } from '#shared/domain/bodymap/comparison.ts'
import { ChangeBadge } from './changeGlyphs.tsx'
import type { HeatStep } from './heatSteps.ts'
import classes from './Legends.module.css'

export const DifferenceLegend = () => (
  <ul className={classes.legend} aria-label="Legend">
    {changeKinds.map(({ id, word }) => (
      <li key={id}>
        <ChangeBadge change={id} size={15} />
        {word}
      </li>
    ))}
  </ul>
)

interface HeatProps {
  steps: readonly HeatStep[]
  /** What the numbers count: "times marked". */
  unit: string
}

export const HeatLegend = ({ steps, unit }: HeatProps) => (
  <ul className={classes.legend} aria-label={`Legend, ${unit}`}>
    {steps.map(({ step, text }) => (
      <li key={step}>
        <span className={classes.swatch} style={{ background: `var(--v-heat-${step})` }} aria-hidden />
        {text}
      </li>
    ))}
    <li aria-hidden>{unit}</li>
  </ul>
)
