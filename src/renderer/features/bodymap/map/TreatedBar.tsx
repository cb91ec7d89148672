// The settings of the next treated area: technique, minutes and pressure, in one row above the map.
import { memo } from 'react'
import type { TreatedSettings } from '../marking/mapActs.ts'
import classes from './TreatedBar.module.css'
import { MinutesInput, PressureRadios, TechniqueInput } from '../surfaces/TreatedFields.tsx'

interface Props {
  sessionId: string
  settings: TreatedSettings
  onChange: (settings: TreatedSettings) => void
}

export const TreatedBar = memo(({ sessionId, settings, onChange }: Props) => (
  <div className={classes.bar} role="group" aria-label="Next treated area">
    <div className={classes.technique}>
      <TechniqueInput
        label="Technique"
        value={settings.technique}
        onChange={(technique) => onChange({ ...settings, technique })}
      />
    </div>
    <MinutesInput
      label="Minutes"
      keptIn={`minutes ${sessionId}`}
      value={settings.minutes}
      onChange={(minutes) => onChange({ ...settings, minutes })}
    />
    <span className={classes.label} aria-hidden>
      Pressure
    </span>
    <PressureRadios
      label="Pressure"
      value={settings.pressure}
      onChange={(pressure) => onChange({ ...settings, pressure })}
    />
  </div>
))
