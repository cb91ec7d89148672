// Bringing in from another copy of the vault: choose it, open it, see what it has that is not here, take what is wanted.
import { Button, Group, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import type { CopyContent, FoundCopy } from '#shared/contract/backups.ts'
import { countWords } from '#shared/domain/wordLists.ts'
import { paths } from '#renderer/app/routes.ts'
import { ask } from '#renderer/bridge/bridge.ts'
import { ChooseCopy, OpenCopy, type ChoiceWords } from '#renderer/features/vault/index.ts'
import { BackLink } from '#renderer/ui/BackLink.tsx'
import { ScreenHeading } from '#renderer/ui/firstFocus.tsx'
import screen from '#renderer/ui/screen.module.css'
import classes from './BringIn.module.css'
import { Comparison } from './Comparison.tsx'

type Step =
  | { readonly at: 'choose' }
  | { readonly at: 'open'; readonly copy: FoundCopy }
  | { readonly at: 'compare'; readonly copy: FoundCopy; readonly content: CopyContent }
  | { readonly at: 'done'; readonly sessions: number; readonly clients: number }

const choiceWords: ChoiceWords = {
  heading: 'Bring in sessions from another copy',
  about:
    'Choose the other computer’s vault, or a backup of this one. You see what it has that is not here before anything comes in. Nothing here is changed.',
  noneInFolder:
    'There is no copy of a vault in this folder. Choose the vault’s folder, the folder named “Palpate backups”, or the disk that it is on.',
  noneKnown:
    'No backup was found in the places that this computer knows. Plug in the stick or disk with the other copy, then choose its folder.',
}

export function BringInScreen() {
  const [step, setStep] = useState<Step>({ at: 'choose' })
  const looked = step.at === 'compare' ? step.copy.id : null
  // What was brought beside the vault to be compared is removed when it is left.
  useEffect(() => {
    if (looked === null) return undefined
    return () => void ask('backup:forgetLook', { id: looked }).catch(() => undefined)
  }, [looked])
  const choose = () => setStep({ at: 'choose' })
  return (
    <div className={screen.screen}>
      <div className={`${screen.column} ${classes.column}`}>
        <BackLink href={paths.backups}>Settings</BackLink>
        {step.at === 'choose' && (
          <div className={classes.narrow}>
            <ChooseCopy words={choiceWords} onChoose={(copy) => setStep({ at: 'open', copy })} />
          </div>
        )}
        {step.at === 'open' && (
          <div className={classes.narrow}>
            {step.copy.isOfThisVault === false ? (
              <OfAnotherPractice onBack={choose} />
            ) : (
              <OpenCopy
                copy={step.copy}
                hasKey
                to="bring in"
                onOpened={(content) => setStep({ at: 'compare', copy: step.copy, content })}
                onBack={choose}
              />
            )}
          </div>
        )}
        {step.at === 'compare' && (
          <Comparison
            copy={step.copy}
            content={step.content}
            onDone={({ sessions, clients }) => setStep({ at: 'done', sessions, clients })}
            onBack={choose}
          />
        )}
        {step.at === 'done' && <Done sessions={step.sessions} clients={step.clients} />}
      </div>
    </div>
  )
}

function OfAnotherPractice({ onBack }: { onBack: () => void }) {
  return (
    <Stack gap="md">
      <ScreenHeading>This copy is of another practice</ScreenHeading>
      <Text>
        Only sessions of your own practice’s other copies can be brought in. Nothing was opened, and nothing was
        changed.
      </Text>
      <Group>
        <Button onClick={onBack}>Choose another copy</Button>
      </Group>
    </Stack>
  )
}

function Done({ sessions, clients }: { sessions: number; clients: number }) {
  return (
    <Stack gap="md">
      <ScreenHeading>{sessions > 0 ? 'The sessions are here' : 'The clients are here'}</ScreenHeading>
      <Text>
        {sessions > 0 &&
          `${countWords(sessions, 'session')} came in as ${sessions === 1 ? 'a draft' : 'drafts'}, each marked “From another copy”. `}
        {clients > 0 && `${countWords(clients, 'client')} ${clients === 1 ? 'was' : 'were'} added. `}
        {sessions > 0 &&
          'Look at each one: sign it, take from it what you need, or discard it. Nothing that was here is changed.'}
      </Text>
      <Group>
        <Button component={Link} href={sessions > 0 ? paths.today : paths.clients}>
          {sessions > 0 ? 'Look at the drafts' : 'Go to Clients'}
        </Button>
      </Group>
    </Stack>
  )
}
