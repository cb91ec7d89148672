// The regional formats of this computer, as the system reports them.
import { app } from 'electron'
import { firstFormatsOf, type RegionFormats } from '#shared/domain/regionFormats.ts'

/** The sources of the region, in this order. */
export interface RegionSources {
  /** The language that the app was started with, `--lang`; empty without one. */
  readonly switchLanguage: string
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
  /** The system's regional format. */
  readonly systemLocale: string
  /** The languages that the user prefers, the first one first. */
  readonly languages: readonly string[]
  /** Two letters, or empty. */
  readonly country: string
}

/** `de_DE.UTF-8@euro` as `de-DE`. */
const tagOf = (locale: string) => locale.replace(/[.@].*$/u, '').replaceAll('_', '-')

/**
 * The formats of the system's region. On Linux each part of the locale has a variable of its own (POSIX, `LC_TIME`; glibc,
 * `LC_PAPER`), which Chromium does not read; elsewhere the system's regional format comes before its languages.
 */
export function formatsOfSystem(sources: RegionSources): RegionFormats {
  const { switchLanguage, platform, environment, systemLocale, languages, country } = sources
  const general = [systemLocale, ...languages, country === '' ? '' : `und-${country}`]
  const by = (category: string) => {
    // The first one that is set wins, as in the C library.
    const variables = platform === 'linux' ? ['LC_ALL', category, 'LANG'].map((name) => environment[name]) : []
    return firstFormatsOf([switchLanguage, tagOf(variables.find(Boolean) ?? ''), ...general])
  }
  return { dates: by('LC_TIME').dates, paperSize: by('LC_PAPER').paperSize }
}

/** The formats of this computer's region. Only once the app is ready. */
export const regionOfSystem = (): RegionFormats =>
  formatsOfSystem({
    switchLanguage: app.commandLine.getSwitchValue('lang'),
    platform: process.platform,
    environment: process.env,
    systemLocale: app.getSystemLocale(),
    languages: app.getPreferredSystemLanguages(),
    country: app.getLocaleCountryCode(),
  })
