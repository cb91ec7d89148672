// The finished HTML of a patient file as one folder, and the runtime printing it without the app.
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'
import type { PatientFile } from '#shared/contract/patientFile.ts'
import { recordFormat } from '#shared/domain/dateWords.ts'
import { findHeadlessChromium, projectRoot, sandboxSwitches } from '../../scripts/runtimes.ts'
import type { PalpateApp } from '../e2e/palpateApp.ts'

const rendererFolder = join(projectRoot, 'out/renderer')
const types: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
}

/**
 * Lays the file out with the built print page and writes what stands there then, without its script.
 * @param folder must exist
 * @returns the HTML file
 */
export async function writeFinishedHtml(file: PatientFile, folder: string): Promise<string> {
  const browser = await chromium.launch({ executablePath: findHeadlessChromium() ?? '', args: [...sandboxSwitches] })
  const page = await browser.newPage()
  await page.route('http://print.test/**', (route) => {
    const path = join(rendererFolder, new URL(route.request().url()).pathname)
    return route.fulfill({ body: readFileSync(path), contentType: types[path.split('.').at(-1) ?? ''] ?? '' })
  })
  const given = { 'print:compose': file, 'print:job': { dates: recordFormat } }
  await page.addInitScript((answers: Record<string, unknown>) => {
    Object.assign(window, {
      palpate: {
        on: () => () => {},
        invoke: async (channel: string) => {
          // The seal that it was composed with stays.
          if (channel === 'record:makeSeal') return { ok: false, error: { code: 'INTERNAL' } }
          if (channel === 'print:ready') Object.assign(window, { isReady: true })
          return { ok: true, data: answers[channel] ?? {} }
        },
      },
    })
  }, given)
  await page.goto('http://print.test/print.html')
  await page.waitForFunction(() => 'isReady' in window)
  const html = await page.content()
  if (!html.includes(file.client.fields.lastName)) throw new Error('the page that is printed beside ours is empty')
  await browser.close()
  cpSync(join(rendererFolder, 'assets'), join(folder, 'assets'), { recursive: true })
  const target = join(folder, 'file.html')
  const paper = `<style>@page { size: ${file.options.paperSize} portrait; margin: 22mm 18mm 18mm }</style>`
  writeFileSync(target, html.replace(/<script[^>]*><\/script>/gu, '').replace('</head>', `${paper}</head>`))
  return target
}

/** A window of the same runtime, outside the app, that prints the HTML to a file and is closed again. */
export async function printBare(app: PalpateApp, html: string, target: string): Promise<void> {
  const options = {
    printBackground: true,
    displayHeaderFooter: true,
    headerTemplate: '<span style="font-size:8px" class="pageNumber"></span>',
    footerTemplate: '<span></span>',
    preferCSSPageSize: true,
  }
  if (app.runtime === 'electron') return printWithElectron(app, html, target, options)
  const browser = await chromium.launch({ executablePath: findHeadlessChromium() ?? '', args: [...sandboxSwitches] })
  const page = await browser.newPage()
  await page.goto(pathToFileURL(html).href)
  await page.pdf({ ...options, tagged: true, outline: true, path: target })
  await browser.close()
}

function printWithElectron(app: PalpateApp, html: string, target: string, options: object): Promise<void> {
  return app.evaluate(
    async ({ BrowserWindow }, given) => {
      const window = new BrowserWindow({ show: false, webPreferences: { partition: 'bare' } })
      await window.loadFile(given.html)
      await window.webContents.executeJavaScript('document.fonts.ready.then(() => true)')
      const pdf = await window.webContents.printToPDF({
        ...given.options,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      })
      process.getBuiltinModule('fs').writeFileSync(given.target, pdf)
      window.destroy()
    },
    { html, target, options },
  )
}
