// How long freed memory stays where nobody can overwrite it: each of Chromium's threads caches what it has freed.
// These switches make all of them return it within some tenths of a second, so that `freedMemory.ts` reaches it.
import { app } from 'electron'

const purgeInterval = [
  'ThreadCacheMinPurgeInterval/100ms',
  'ThreadCacheMaxPurgeInterval/200ms',
  'ThreadCacheDefaultPurgeInterval/100ms',
]

const features = [
  `EnableConfigurableThreadCachePurgeInterval:${purgeInterval.join('/')}`,
  'EnableConfigurableThreadCacheMinCachedMemoryForPurging:ThreadCacheMinCachedMemoryForPurgingBytes/1',
]

/** Must run before the app is ready. */
export function handBackFreedMemory(): void {
  const given = app.commandLine.getSwitchValue('enable-features')
  app.commandLine.appendSwitch('enable-features', [given, ...features].filter(Boolean).join(','))
}
