// The way from the settings to the practice's phrases.
import { Button } from '@mantine/core'
import { Link } from 'wouter'

export const PhrasesSettings = () => (
  <Button component={Link} href="/settings/phrases" variant="default">
    Phrases
  </Button>
)
