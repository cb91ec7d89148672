// The link to the clients past their retention date, with their number; nothing while there is none.
import { Anchor } from '@mantine/core'
import { IconHourglassEmpty } from '@tabler/icons-react'
import { Link } from 'wouter'
import { paths } from '#renderer/app/routes.ts'
import { useAnswer } from '#renderer/bridge/queries.ts'
import classes from './RetentionLink.module.css'

export function RetentionLink() {
  const count = useAnswer('retention:list', {}).data?.length ?? 0
  if (count === 0) return null
  return (
    <Anchor component={Link} href={paths.retention} className={classes.link ?? ''}>
      <IconHourglassEmpty size={15} stroke={1.7} aria-hidden />
      Past their retention date <span className={classes.count}>{count}</span>
    </Anchor>
  )
}
