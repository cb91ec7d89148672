// One name and its value in a list of data; nothing at all where nothing is known.
import type { ReactNode } from 'react'
import classes from './Data.module.css'

interface Props {
  name: string
  value: ReactNode
}

export function Data({ name, value }: Props) {
  if (value === '' || value === null || value === undefined) return null
  return (
    <div className={classes.datum}>
      <dt>{name}</dt>
      <dd dir="auto">{value}</dd>
    </div>
  )
}
