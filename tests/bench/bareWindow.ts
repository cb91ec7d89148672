// A window with one word in it: what the runtime costs before there is any app.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, chromium } from '@playwright/test'
import { findElectron, findHeadlessChromium, sandboxSwitches } from '../../scripts/runtimes.ts'
import type { Runtime } from '../e2e/palpateApp.ts'

const page = '<!doctype html><title>Bare</title><h1>Ready</h1>'
const main = `
const { app, BrowserWindow } = require('electron')
app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800 }).loadFile('page.html'))
`

/** Writes an app of one window into a folder. */
export function writeBareApp(folder: string): void {
  mkdirSync(folder)
  writeFileSync(join(folder, 'page.html'), page)
  writeFileSync(join(folder, 'main.cjs'), main)
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'bare', main: 'main.cjs' }))
}

async function openBareElectron(app: string, userData: string): Promise<() => Promise<void>> {
  const running = await _electron.launch({
    executablePath: findElectron() ?? '',
    args: [...sandboxSwitches, app, `--user-data-dir=${userData}`],
    chromiumSandbox: sandboxSwitches.length === 0,
  })
  const window = await running.firstWindow()
  await window.getByRole('heading', { name: 'Ready' }).waitFor()
  return () => running.close()
}

async function openBareChromium(): Promise<() => Promise<void>> {
  const browser = await chromium.launch({ executablePath: findHeadlessChromium() ?? '', args: [...sandboxSwitches] })
  const window = await browser.newPage()
  await window.setContent(page)
  await window.getByRole('heading', { name: 'Ready' }).waitFor()
  return () => browser.close()
}

/** Opens the bare window and answers, when its word can be read, with the way to close it. */
export const openBareWindow = (runtime: Runtime, app: string, userData: string): Promise<() => Promise<void>> =>
  runtime === 'electron' ? openBareElectron(app, userData) : openBareChromium()
