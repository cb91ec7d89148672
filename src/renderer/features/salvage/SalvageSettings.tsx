// The way from the settings to what could not be read; nothing in a vault that was never salvaged.
import { Button } from '@mantine/core'
import { Link } from 'wouter'
import { paths } from '#renderer/app/routes.ts'
import { useAnswer } from '#renderer/bridge/queries.ts'

export function SalvageSettings() {
  const list = useAnswer('salvage:list', {})
  if ((list.data?.salvages.length ?? 0) === 0) return null
  return (
    <Button component={Link} href={paths.salvage} variant="default">
      What could not be read
    </Button>
  )
}
