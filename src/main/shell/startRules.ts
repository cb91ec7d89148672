// How a packaged Palpate may be started: a list of what is allowed. Everything else is refused, because Chromium and
// Electron know hundreds of switches, and many of them open the app to anybody who can pass them.

/** Switches that change how the app is shown, where its data is and in which language its menus are. */
const allowed: ReadonlySet<string> = new Set([
  'demo',
  'user-data-dir',
  'lang',
  // the display
  'display',
  'class',
  'ozone-platform',
  'ozone-platform-hint',
  'enable-wayland-ime',
  'wayland-text-input-version',
  'gtk-version',
  'force-device-scale-factor',
  'high-dpi-support',
  'force-color-profile',
  'force-high-contrast',
  'force-renderer-accessibility',
  // graphics that do not work
  'disable-gpu',
  'disable-gpu-compositing',
  'disable-software-rasterizer',
  'disable-dev-shm-usage',
  'use-gl',
  'use-angle',
])

/** The allowed values of `--enable-features`. */
const allowedFeatures: ReadonlySet<string> = new Set(['UseOzonePlatform', 'WaylandWindowDecorations'])

/** Chromium does not start with its sandbox as root, so there alone it may be left out. */
const forRoot: ReadonlySet<string> = new Set(['no-sandbox', 'disable-setuid-sandbox'])

/**
 * Variables that make Electron, Chromium or Node leave the sandbox out, or write data to a terminal or a file.
 * A list of refused ones, because the rest of the environment is the user's. `NODE_OPTIONS` and `ELECTRON_RUN_AS_NODE` are
 * fused off, and stay allowed: a terminal inside an editor sets them for everything that is started there.
 */
const refusedVariables: ReadonlySet<string> = new Set([
  'ELECTRON_DISABLE_SANDBOX',
  'ELECTRON_ENABLE_LOGGING',
  'ELECTRON_LOG_FILE',
  'ELECTRON_LOG_ASAR_READS',
  'ELECTRON_ENABLE_STACK_DUMPING',
  'ELECTRON_PROFILE_INIT_SCRIPTS',
  'ELECTRON_NO_ASAR',
  'ELECTRON_EAGER_ASAR_HOOK_FOR_TESTING',
  'ELECTRON_DEBUG_NOTIFICATIONS',
  'CHROME_SANDBOX_DEBUGGING',
  'CHROME_DEVEL_SANDBOX',
  'CHROME_LOG_FILE',
  'SSLKEYLOGFILE',
  'NODE_V8_COVERAGE',
  'NODE_DEBUG',
  'NODE_DEBUG_NATIVE',
])

export interface Start {
  /** The command line without the executable. */
  readonly args: readonly string[]
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
  readonly isRoot: boolean
}

interface Switch {
  readonly name: string
  readonly value: string
}

/** What Chromium trims off both ends of an argument before it parses a switch; JavaScript does not count U+0085. */
const blanks = /^[\s\u0085]+|[\s\u0085]+$/gu

/** An argument as Chromium reads it, or null when it is no switch to it. */
function switchOf(given: string, platform: NodeJS.Platform): Switch | null {
  const arg = given.replace(blanks, '')
  const found = (platform === 'win32' ? /^(?:--|-|\/)([^=]+)=?(.*)$/s : /^(?:--|-)([^=]+)=?(.*)$/s).exec(arg)
  if (!found) return null
  const [, name = '', value = ''] = found
  // Windows does not distinguish capitals from small letters.
  return { name: platform === 'win32' ? name.toLowerCase() : name, value }
}

function isAllowed({ name, value }: Switch, { platform, isRoot }: Start): boolean {
  if (allowed.has(name)) return true
  if (name === 'enable-features') return value.split(',').every((feature) => allowedFeatures.has(feature))
  // The number that the Finder of older systems passes to whatever it starts.
  if (platform === 'darwin' && /^psn_[\d_]+$/.test(name)) return true
  return isRoot && forRoot.has(name)
}

/**
 * Everything in a start that a packaged app refuses, named as it was given: `--name` for a switch, the bare name for an
 * environment variable. Values are left out: they may hold paths. Empty when the app may start.
 */
export function refusedInStart(start: Start): readonly string[] {
  // Chromium reads no switch behind a bare "--"; we do, so that nobody has to know which of the two reads it.
  const switches = start.args.flatMap((arg) => switchOf(arg, start.platform) ?? [])
  const refused = switches
    .filter((found) => found.name !== '-' && !isAllowed(found, start))
    .map(({ name }) => `--${name}`)
  const variables = Object.keys(start.environment).map((name) =>
    start.platform === 'win32' ? name.toUpperCase() : name,
  )
  return [...new Set([...refused, ...variables.filter((name) => refusedVariables.has(name))])]
}
