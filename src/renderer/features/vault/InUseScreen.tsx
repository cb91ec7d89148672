// Somebody else writes in these records: another computer has them open, or the practice was moved to one. How they are opened here is
// chosen knowingly.
import { Button, Group, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { LeaseHolder } from '#shared/domain/lease.ts'
import { ScreenHeading } from '#renderer/ui/firstFocus.tsx'
import { instantOnScreen } from '#renderer/ui/dateWords.ts'
import classes from './InUseScreen.module.css'
import { holderName, holderTitle } from './holderWords.ts'
import { OpenOtherVault, RestoreButton } from './OpenOtherVault.tsx'
import { VaultPage } from './VaultPage.tsx'

export type WayIn = 'read' | 'take over'

interface Props {
  holder: LeaseHolder
  onChoose: (way: WayIn) => void
  onRestore: () => void
}

export function InUseScreen({ holder, onChoose, onRestore }: Props) {
  const isMoved = holder.kind === 'moved'
  const name = holderName(holder)
  const at = holder.at === null ? null : instantOnScreen(holder.at, null)
  return (
    <VaultPage width="medium">
      <Stack gap="lg">
        <div>
          <ScreenHeading>{holderTitle(holder)}</ScreenHeading>
          {isMoved ? (
            <Text mt="xs">What was written since is on the other computer.</Text>
          ) : (
            <>
              {at !== null && (
                <Text mt="xs" c="dimmed">
                  Last seen there on {at}
                </Text>
              )}
              <Text mt="xs">
                Only one computer writes at a time. Lock or close Palpate on {name}, and these records open here as
                usual.
              </Text>
            </>
          )}
        </div>
        <ul className={classes.ways}>
          <Way button={<Button onClick={() => onChoose('read')}>Open read-only</Button>}>
            {isMoved
              ? 'You see everything as it was when it was moved. Nothing can be changed.'
              : `You see everything as it was saved last. Nothing can be changed, and nobody on ${name} is disturbed.`}
          </Way>
          <Way
            button={
              <Button variant="default" onClick={() => onChoose('take over')}>
                {isMoved ? 'Write here again' : 'Take over'}
              </Button>
            }
          >
            {isMoved
              ? 'Only if the move did not work out. What you write here is not on the other computer, and what was written there is not here.'
              : `Only if Palpate is closed on ${name}, or that computer is lost. If it is open there, it stops saving, and what is on its screen has to be rescued there. If the folder is kept in step by a sync service, wait until the newest files have arrived.`}
          </Way>
        </ul>
        <Group gap="xs">
          <OpenOtherVault variant="subtle" />
          <RestoreButton variant="subtle" onRestore={onRestore} />
        </Group>
      </Stack>
    </VaultPage>
  )
}

function Way({ button, children }: { button: ReactNode; children: ReactNode }) {
  return (
    <li>
      {button}
      <Text size="sm">{children}</Text>
    </li>
  )
}
