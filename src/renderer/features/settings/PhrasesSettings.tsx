// The way from the settings to the practice's phrases.
import { Button } from '@mantine/core'
import { Link } from 'wouter'
import { paths } from '#renderer/app/routes.ts'

export const PhrasesSettings = () => (
  <Button component={Link} href={paths.phrases} variant="default">
    Phrases
  </Button>
)
