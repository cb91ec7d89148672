// The unlocked app: the rail on the left, the screen beside it, and the place of last time restored.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, Component, type PropsWithChildren } from 'react'
import { Redirect, Route, Router, Switch, useLocation } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import type { MenuCommand } from '#shared/contract/contract.ts'
import { listen, ask } from '#renderer/bridge/bridge.ts'
import { loadWorkspace } from '#renderer/bridge/workspace.ts'
import { BringInScreen } from '#renderer/features/bringIn/index.ts'
import { ClosingScreen } from '#renderer/features/closing/index.ts'
import { AuditScreen } from '#renderer/features/audit/index.ts'
import { BinScreen } from '#renderer/features/bin/index.ts'
import { ClientScreen, ClientsScreen, NewClientProvider, useNewClient } from '#renderer/features/clients/index.ts'
import { ConsentRulesScreen } from '#renderer/features/consents/index.ts'
import { ProvidersScreen } from '#renderer/features/people/index.ts'
import { QuestionnaireScreen } from '#renderer/features/health/index.ts'
import { PhrasesScreen } from '#renderer/features/phrases/index.ts'
import { RetentionScreen } from '#renderer/features/retention/index.ts'
import { SalvageScreen } from '#renderer/features/salvage/index.ts'
import { SessionScreen } from '#renderer/features/session/index.ts'
import { SettingsScreen } from '#renderer/features/settings/index.ts'
import { ShortcutsDialog, showShortcuts } from '#renderer/features/shortcuts/index.ts'
import { TodayScreen } from '#renderer/features/today/index.ts'
import { lockNow, RestoreScreen, VaultTrouble } from '#renderer/features/vault/index.ts'
import screen from '#renderer/ui/screen.module.css'
import classes from './Practice.module.css'
import { NavigationRail } from './NavigationRail.tsx'
import { paths, screenAt, titleAt } from './routes.ts'
import { followOtherWindows, openWindow } from '#renderer/bridge/otherWindows.ts'
import { PlacesProvider } from '#renderer/ui/places.tsx'
import { useShortcut } from '#renderer/ui/shortcuts.ts'
import { notifyFailure } from '#renderer/ui/notifyFailure.ts'
import { hasModKey } from '#renderer/ui/keys.ts'
import { reportMistake } from '#renderer/bridge/reportMistakes.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'

/** Routes live in the address's hash: the page itself is one file. */
const inHash = { hook: useHashLocation }

interface Props {
  /** Called when the practice is on screen. */
  onBegin: () => void
  /** Called to read the vault's notices. */
  onReadNotices: () => void
}

export function Practice({ onBegin, onReadNotices }: Props) {
  const [isReady, setIsReady] = useState(false)
  useEffect(onBegin, [onBegin])
  useActivity()
  useEffect(() => {
    // Where the place cannot be read, the app starts on Today.
    void loadWorkspace()
      .then((place) => {
        if (window.location.hash.length <= 2) window.history.replaceState(null, '', `#${place.path}`)
      })
      .catch(() => undefined)
      .finally(() => setIsReady(true))
  }, [])
  if (!isReady) return null
  return (
    <Router {...inHash}>
      <NewClientProvider>
        <PlacesProvider>
          <Screens onReadNotices={onReadNotices} />
        </PlacesProvider>
      </NewClientProvider>
    </Router>
  )
}

/** The menu's shortcuts are handled here, so that they work in every host, also in text boxes. */
function useCommands(): void {
  const [, navigate] = useLocation()
  const newClient = useNewClient()
  const run = (command: MenuCommand) => {
    if (command === 'newClient') newClient.open()
    if (command === 'findClient') navigate(paths.clients)
    if (command === 'settings') navigate(paths.settings)
    if (command === 'shortcuts') showShortcuts()
  }
  useEffect(() => listen('menuCommand', ({ command }) => run(command)))
  useShortcut('newClient', () => run('newClient'))
  useShortcut('findClient', () => run('findClient'))
  useShortcut('newWindow', () => void openWindow(null).catch(notifyFailure))
  useShortcut('settings', () => run('settings'))
  useShortcut('lock', lockNow)
  useShortcut('back', () => window.history.back())
  useShortcut('forward', () => window.history.forward())
}

function Screens({ onReadNotices }: Pick<Props, 'onReadNotices'>) {
  const [path] = useLocation()
  const cache = useQueryClient()
  useTitle(titleAt(path))
  useCommands()
  useLinksInWindows()
  useEffect(() => followOtherWindows(cache), [cache])
  return (
    <div className={classes.frame}>
      <NavigationRail />
      <main className={classes.main}>
        <VaultTrouble onReadNotices={onReadNotices} />
        <div className={classes.screen}>
          <ScreenBoundary key={screenAt(path)}>
            <Switch>
              <Route path={paths.today} component={TodayScreen} />
              <Route path={paths.clients} component={ClientsScreen} />
              <Route path="/clients/:id/:room?">{({ id, room }) => <ClientScreen id={id} room={room} />}</Route>
              <Route path="/sessions/:id">{({ id }) => <SessionScreen id={id} />}</Route>
              <Route path={paths.bin} component={BinScreen} />
              <Route path={paths.retention} component={RetentionScreen} />
              <Route path={paths.restore} component={RestoreFromOpenVault} />
              <Route path={paths.phrases} component={PhrasesScreen} />
              <Route path={paths.providers} component={ProvidersScreen} />
              <Route path={paths.questionnaire} component={QuestionnaireScreen} />
              <Route path={paths.consentRules} component={ConsentRulesScreen} />
              <Route path={paths.auditLog} component={AuditScreen} />
              <Route path={paths.bringIn} component={BringInScreen} />
              <Route path={paths.salvage} component={SalvageScreen} />
              <Route path={paths.closing} component={ClosingScreen} />
              <Route path={paths.settings}>{() => <SettingsScreen at={null} />}</Route>
              <Route path={paths.backups}>{() => <SettingsScreen at="backups" />}</Route>
              <Route>
                <Redirect to={paths.today} replace />
              </Route>
            </Switch>
          </ScreenBoundary>
        </div>
      </main>
      <ShortcutsDialog />
    </div>
  )
}

/** Restoring, begun in the settings. */
function RestoreFromOpenVault() {
  const [, navigate] = useLocation()
  return <RestoreScreen isVaultHere isVaultOpen onBack={() => navigate(paths.backups)} />
}

/** Sets the window's title. Others can see it, so it never names a client. */
function useTitle(title: string): void {
  useEffect(() => {
    document.title = title
    return () => void (document.title = 'Palpate')
  }, [title])
}

const quietMilliseconds = 5000
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const

/** Reports user activity to main for the idle lock, at most once in a few seconds. */
function useActivity(): void {
  useEffect(() => {
    let last = -Infinity
    const report = () => {
      const now = performance.now()
      if (now - last < quietMilliseconds) return
      last = now
      void ask('app:activity', {}).catch(() => undefined)
    }
    for (const sign of signs) window.addEventListener(sign, report, { capture: true, passive: true })
    return () => {
      for (const sign of signs) window.removeEventListener(sign, report, { capture: true })
    }
  }, [])
}

const middleButton = 1

/** The route of a link of ours, or null for anything else. */
const routeOf = (target: EventTarget | null): string | null =>
  target instanceof Element ? (target.closest('a[href^="#/"]')?.getAttribute('href')?.slice(1) ?? null) : null

/** A link that is pressed with Ctrl or ⌘, or with the middle button, opens in a window of its own. */
function useLinksInWindows(): void {
  useEffect(() => {
    const onPress = (event: MouseEvent) => {
      if (event.type === 'auxclick' ? event.button !== middleButton : !hasModKey(event)) return
      const route = routeOf(event.target)
      if (route === null) return
      event.preventDefault()
      event.stopPropagation()
      void openWindow(route).catch(notifyFailure)
    }
    window.addEventListener('click', onPress, { capture: true })
    window.addEventListener('auxclick', onPress, { capture: true })
    return () => {
      window.removeEventListener('click', onPress, { capture: true })
      window.removeEventListener('auxclick', onPress, { capture: true })
    }
  }, [])
}

/**
 * A bug in a screen does not take down the whole app.
 * Give it the route as `key`, so that the next screen starts without the last one's failure.
 */
class ScreenBoundary extends Component<PropsWithChildren, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override componentDidCatch(error: unknown) {
    reportMistake(error)
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children
    return (
      <div className={screen.notice}>
        <FailureNotice failure={{ code: 'INTERNAL' }} onRetry={() => this.setState({ hasFailed: false })} />
      </div>
    )
  }
}
