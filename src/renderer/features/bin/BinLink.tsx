// The link to the bin with the number of drafts in it; nothing while it is empty.
import { Anchor } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { Link } from 'wouter'
import { paths } from '#renderer/app/routes.ts'
import { useAnswer } from '#renderer/bridge/queries.ts'
import classes from './BinLink.module.css'

export function BinLink() {
  const count = useAnswer('bin:list', {}).data?.length ?? 0
  if (count === 0) return null
  return (
    <Anchor component={Link} href={paths.bin} className={classes.link ?? ''}>
      <IconTrash size={15} stroke={1.7} aria-hidden />
      Bin <span className={classes.count}>{count}</span>
    </Anchor>
  )
}
