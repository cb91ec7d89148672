// The unlocked app: the rail on the left, the screen beside it, and the place of last time restored.
import { useEffect, useState } from 'react'
import { Redirect, Route, Router, Switch, useLocation } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { listen } from '#renderer/bridge/bridge.ts'
import { loadWorkspace, rememberPath } from '#renderer/bridge/workspace.ts'
import { ClientScreen, ClientsScreen, NewClientProvider, useNewClient } from '#renderer/features/clients/index.ts'
import { SessionScreen } from '#renderer/features/session/index.ts'
import { SettingsScreen } from '#renderer/features/settings/index.ts'
import { TodayScreen } from '#renderer/features/today/index.ts'
import classes from './Practice.module.css'
import { NavigationRail } from './NavigationRail.tsx'
import { paths } from './routes.ts'
import { useActivity } from './useActivity.ts'

export function Practice() {
  const [isReady, setIsReady] = useState(false)
  useActivity()
  useEffect(() => {
    // A place that cannot be read is no reason to keep anybody out: Today is always a good start.
    void loadWorkspace()
      .then((place) => {
        if (window.location.hash.length <= 2) window.location.hash = place.path
      })
      .catch(() => undefined)
      .finally(() => setIsReady(true))
  }, [])
  if (!isReady) return null
  return (
    <Router hook={useHashLocation}>
      <NewClientProvider>
        <Screens />
      </NewClientProvider>
    </Router>
  )
}

function Screens() {
  const [path, navigate] = useLocation()
  const newClient = useNewClient()
  useEffect(() => rememberPath(path), [path])
  useEffect(
    () =>
      listen('menuCommand', ({ command }) => {
        if (command === 'newClient') newClient.open()
        if (command === 'findClient') navigate(paths.clients)
        if (command === 'settings') navigate(paths.settings)
      }),
    [navigate, newClient],
  )
  return (
    <div className={classes.frame}>
      <NavigationRail />
      <main className={classes.screen}>
        <Switch>
          <Route path={paths.today} component={TodayScreen} />
          <Route path={paths.clients} component={ClientsScreen} />
          <Route path="/clients/:id">{({ id }) => <ClientScreen key={id} id={id} />}</Route>
          <Route path="/sessions/:id">{({ id }) => <SessionScreen key={id} id={id} />}</Route>
          <Route path={paths.settings} component={SettingsScreen} />
          <Route>
            <Redirect to={paths.today} replace />
          </Route>
        </Switch>
      </main>
    </div>
  )
}
