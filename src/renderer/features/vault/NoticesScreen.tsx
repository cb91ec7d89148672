// What was found wrong with the vault's files, shown once before the practice, until somebody has read it.
import { Button, Group, Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import type { VaultNotice } from '#shared/domain/vaultNotice.ts'
import { useMutationOf } from '#renderer/bridge/queries.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { ScreenHeading } from '#renderer/ui/firstFocus.tsx'
import { SalvageOpenVault } from './damaged/SalvageOpenVault.tsx'
import { lockNow } from './LockScreen.tsx'
import { headWords, isAskedFor, noticeWords } from './noticeWords.ts'
import classes from './NoticesScreen.module.css'
import { ShowFolderButton } from './VaultFailureScreen.tsx'
import { VaultPage } from './VaultPage.tsx'

export function NoticesScreen({ notices }: { notices: readonly VaultNotice[] }) {
  const cache = useQueryClient()
  const acknowledge = useMutationOf('vault:acknowledgeNotices')
  const head = headWords(notices)
  const goOn = () =>
    acknowledge.mutate({}, { onSuccess: () => cache.invalidateQueries({ queryKey: ['vault:status'] }) })
  return (
    <VaultPage width="medium">
      <Stack gap="lg">
        <div>
          <ScreenHeading>{head.title}</ScreenHeading>
          <Text mt="xs" c="dimmed">
            {head.text}
          </Text>
        </div>
        <ul className={classes.list}>
          {notices.map((notice) => {
            const { title, text } = noticeWords(notice)
            return (
              <li key={notice.id} className={classes.notice} data-calm={isAskedFor(notice) || undefined}>
                <h2>{title}</h2>
                <p>{text}</p>
              </li>
            )
          })}
        </ul>
        {acknowledge.error && <FailureNotice failure={acknowledge.error} />}
        <Group justify="space-between" gap="sm" className={classes.footer}>
          <Group gap="sm">
            <ShowFolderButton />
            {notices.some(({ kind }) => kind === 'damage') && <SalvageOpenVault />}
            <Button variant="subtle" onClick={lockNow}>
              Lock
            </Button>
          </Group>
          <Button loading={acknowledge.isPending} onClick={goOn}>
            I have read this, go on
          </Button>
        </Group>
      </Stack>
    </VaultPage>
  )
}
