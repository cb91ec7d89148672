import { describe, expect, it } from 'vitest'
import { refusedInStart, type Start } from './startRules.ts'

const start = (args: readonly string[], rest: Partial<Start> = {}) =>
  refusedInStart({ args, environment: {}, platform: 'linux', isRoot: false, ...rest })

describe('the start of a packaged app', () => {
  it.each([
    [[]],
    [['--demo']],
    [['--demo', '--user-data-dir=/tmp/x', '--lang=de']],
    [['--ozone-platform=wayland', '--enable-features=UseOzonePlatform,WaylandWindowDecorations']],
    [['--disable-gpu', '--force-device-scale-factor=1.5']],
    [['/home/somebody/a file']],
  ])('with %j is allowed', (args) => {
    expect(start(args)).toEqual([])
  })

  it.each([
    'remote-debugging-port=9222',
    'remote-debugging-pipe',
    'remote-debugging-address=0.0.0.0',
    'remote-allow-origins=*',
    'inspect',
    'inspect=9229',
    'inspect-brk',
    'inspect-port=1',
    'inspect-publish-uid=http',
    'js-flags=--expose-gc',
    'load-extension=/tmp/x',
    'disable-extensions-except=/tmp/x',
    'proxy-server=http://x',
    'proxy-pac-url=http://x',
    'no-proxy-server',
    'host-resolver-rules=MAP * 1.2.3.4',
    'host-rules=MAP * 1.2.3.4',
    'renderer-cmd-prefix=/tmp/x',
    'utility-cmd-prefix=/tmp/x',
    'gpu-launcher=/tmp/x',
    'ssl-key-log-file=/tmp/x',
    'log-net-log=/tmp/x',
    'net-log-capture-mode=Everything',
    'enable-logging',
    'log-file=/tmp/x',
    'trace-startup',
    'disable-web-security',
    'allow-file-access-from-files',
    'no-zygote',
    'single-process',
    'disable-site-isolation-trials',
    'enable-blink-features=X',
    'enable-features=Anything',
    'enable-features=UseOzonePlatform,Anything',
    'disable-features=X',
    'app=/tmp/other',
    'require=/tmp/x.js',
    'r',
    'i',
    'type=renderer',
    'no-sandbox',
    'disable-setuid-sandbox',
    'disable-seccomp-filter-sandbox',
    'crash-dumps-dir=/tmp/x',
    'something-that-comes-next-year',
  ])('with --%s is refused, and so it is with one dash, and behind a bare --', (text) => {
    const name = `--${text.split('=')[0]}`
    expect(start([`--${text}`])).toEqual([name])
    expect(start([`-${text}`])).toEqual([name])
    expect(start(['--demo', '--', `--${text}`])).toEqual([name])
  })

  it.each([' ', '\t', '\n', '\u000b', '\u00a0', '\u0085', '\u3000'])(
    'with a switch that stands between blanks (%j), as Chromium takes it all the same, is refused',
    (blank) => {
      expect(start([`${blank}--remote-debugging-port=9222`])).toEqual(['--remote-debugging-port'])
      expect(start([`${blank}${blank}-inspect${blank}`])).toEqual(['--inspect'])
      expect(start([`--demo${blank}`, `${blank}a file`])).toEqual([])
    },
  )

  it('without the sandbox is allowed to root alone', () => {
    expect(start(['--no-sandbox'], { isRoot: true })).toEqual([])
    expect(start(['--no-sandbox', '--single-process'], { isRoot: true })).toEqual(['--single-process'])
  })

  it('on Windows knows a slash and capitals as Chromium does', () => {
    expect(start(['/Remote-Debugging-Port=1', '--LANG=en'], { platform: 'win32' })).toEqual(['--remote-debugging-port'])
    expect(start(['/remote-debugging-port=1'])).toEqual([])
  })

  it('names all that is refused, once each and without values', () => {
    expect(start(['--js-flags=secret', '--js-flags=more', '--inspect'])).toEqual(['--js-flags', '--inspect'])
  })

  it('on a Mac takes the number that the Finder gives', () => {
    expect(start(['-psn_0_12345'], { platform: 'darwin' })).toEqual([])
    expect(start(['-psn_0_12345'])).toEqual(['--psn_0_12345'])
  })

  it.each([
    'ELECTRON_ENABLE_LOGGING',
    'ELECTRON_LOG_FILE',
    'ELECTRON_LOG_ASAR_READS',
    'ELECTRON_DISABLE_SANDBOX',
    'ELECTRON_ENABLE_STACK_DUMPING',
    'SSLKEYLOGFILE',
    'NODE_V8_COVERAGE',
    'NODE_DEBUG',
  ])('with the variable %s is refused', (name) => {
    expect(start([], { environment: { [name]: '1', HOME: '/home/x' } })).toEqual([name])
  })

  it('with variables that do nothing in it is allowed', () => {
    const environment = {
      ELECTRON_RUN_AS_NODE: '1',
      ELECTRON_OZONE_PLATFORM_HINT: 'auto',
      ELECTRON_MIRROR: 'x',
      NODE_OPTIONS: '--inspect',
    }
    expect(start([], { environment })).toEqual([])
  })
})
