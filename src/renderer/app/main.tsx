// The renderer's entry: styles, theme, cache, and the app.
import '@fontsource-variable/inter/wght.css'
import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import './global.css'
import '#renderer/ui/touch/touch.css'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { makeQueryClient } from '#renderer/bridge/queries.ts'
import { ask, listen } from '#renderer/bridge/bridge.ts'
import { followJobs } from '#renderer/bridge/jobs.ts'
import { reportMistakes } from '#renderer/bridge/reportMistakes.ts'
import { answerFlushRequests } from '#renderer/bridge/unsavedWork.ts'
import { watchFieldPastes } from '#renderer/clipboard/index.ts'
import { watchInputMethod } from '#renderer/ui/inputMethodKeys.ts'
import { followDateFormat } from '#renderer/ui/dateWords.ts'
import { followTouch } from '#renderer/ui/touch/touchSizes.ts'
import { watchFieldLimits } from '#renderer/ui/fieldLimit.ts'
import { recordFormat } from '#shared/domain/dateWords.ts'
import { ClosingOverlay } from '#renderer/features/backups/index.ts'
import { DraftsProvider } from '#renderer/features/session/index.ts'
import { keepFocus } from '#renderer/ui/keepFocus.ts'
import { fieldsToLose } from '#renderer/ui/unstoredFields.ts'
import { App } from './App.tsx'
import { cssVariablesResolver, theme } from './theme.ts'
import notices from './main.module.css'

reportMistakes()
// Before React and libraries add their listeners.
watchInputMethod(window)
answerFlushRequests(() => fieldsToLose().length > 0)
watchFieldPastes()
watchFieldLimits()
followTouch()
keepFocus()

listen('locking', () => {
  document.documentElement.hidden = true
})

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

/** Renders the app once the date format is known, so that no date changes on screen. */
async function render(container: HTMLElement): Promise<void> {
  const cache = makeQueryClient()
  followJobs(cache)
  await cache
    .fetchQuery({ queryKey: ['app:info', {}], queryFn: () => ask('app:info', {}) })
    .then(({ region }) => followDateFormat(region.dates))
    // Without it, dates are shown as the record writes them.
    .catch(() => followDateFormat(recordFormat))
  createRoot(container).render(
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
        <QueryClientProvider client={cache}>
          {/* Over dialogs, under what opens where somebody is writing: lists of suggestions and menus. */}
          <Notifications
            position="bottom-left"
            zIndex={250}
            autoClose={6000}
            limit={3}
            className={notices.notices ?? ''}
          />
          <DraftsProvider>
            <App />
            <ClosingOverlay />
          </DraftsProvider>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  )
}

void render(root)
