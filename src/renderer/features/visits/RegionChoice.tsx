// A region's name in a table; pressing it shows the region's history.
import { memo } from 'react'
import { shortLabelOfRegion, type RegionId } from '#shared/domain/bodymap/regions.ts'
import classes from './tables.module.css'

interface Props {
  regionId: RegionId
  isChosen: boolean
  onChoose: (regionId: RegionId) => void
}

export const RegionChoice = memo(({ regionId, isChosen, onChoose }: Props) => (
  <button type="button" className={classes.choice} aria-pressed={isChosen} onClick={() => onChoose(regionId)}>
    {shortLabelOfRegion(regionId)}
  </button>
))
