import { app } from 'electron'
import { beforeEach, expect, it, vi } from 'vitest'
import { handBackFreedMemory } from './memorySwitches.ts'

vi.mock('electron', () => ({ app: { commandLine: { getSwitchValue: vi.fn(), appendSwitch: vi.fn() } } }))

beforeEach(() => vi.clearAllMocks())

const featuresAfter = (given: string) => {
  vi.mocked(app.commandLine.getSwitchValue).mockReturnValue(given)
  handBackFreedMemory()
  const [name, features = ''] = vi.mocked(app.commandLine.appendSwitch).mock.calls[0] ?? []
  expect(name).toBe('enable-features')
  return features
}

it('memory switches / nothing given / threads hand back what they have freed within 200 ms', () => {
  expect(featuresAfter('')).toMatch(
    /^EnableConfigurableThreadCachePurgeInterval:.*ThreadCacheMaxPurgeInterval\/200ms.*,EnableConfigurableThreadCacheMinCachedMemoryForPurging:/,
  )
})

it('memory switches / features given at the start / they stay', () => {
  expect(featuresAfter('UseOzonePlatform,WaylandWindowDecorations')).toMatch(
    /^UseOzonePlatform,WaylandWindowDecorations,EnableConfigurable/,
  )
})
