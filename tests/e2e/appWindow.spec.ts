// The window in which the build opens for a person where a Chromium stands in for Electron.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { findChromium, hasVirtualDisplay, projectRoot } from '../../scripts/runtimes.ts'
import type { Runtime } from './palpateApp.ts'

const onHost = test.extend<{ runtime: Runtime }>({ runtime: ['host', { option: true }] })

onHost('a window of the stand-in / on a display / has neither tabs nor an address bar', ({ runtime }) => {
  onHost.skip(runtime !== 'host', 'Electron has windows of its own')
  onHost.skip(!findChromium() || !hasVirtualDisplay(), 'this machine has no Chromium with windows, or no xvfb-run')
  const script = join(projectRoot, 'tests/fixtures/showAppWindow.ts')
  const printed = execFileSync('xvfb-run', ['-a', process.execPath, script], { encoding: 'utf8' })
  const { windows, bars } = JSON.parse(printed)
  expect(windows).toBe(1)
  // The display has no window manager, so a title bar would not be drawn either.
  expect(bars).toBe(0)
})
