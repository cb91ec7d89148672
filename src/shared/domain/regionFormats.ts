// The formats of a region: the order of its dates, its clock, its paper. From the CLDR data of the runtime's own Intl, except
// for the paper size, which Intl does not have.
import { recordFormat, type DateFormat, type DateOrder } from './dateWords.ts'
import type { PaperSize } from './practice.ts'

/** The regional formats of a computer. */
export interface RegionFormats {
  readonly dates: DateFormat
  readonly paperSize: PaperSize
}

/**
 * Regions whose paper is US Letter; all others have A4. CLDR, `common/supplemental/supplementalData.xml`,
 * `<measurementData>`, `<paperSize type="US-Letter">`.
 */
const letterRegions: ReadonlySet<string> = new Set('BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' '))

function localeOf(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag)
  } catch {
    return null
  }
}

/** The region of a locale: that of `-u-rg-`, which a system adds when language and region differ, before its own. */
function regionOf(tag: string): string | undefined {
  const override = /-u(?:-\w+)*?-rg-([a-z]{2})zzzz\b/iu.exec(tag)?.[1]?.toUpperCase()
  return override ?? localeOf(tag)?.region
}

/**
 * The locale by which a region's dates are written: a language as that region writes it, where there is such data
 * (`en-DE`), otherwise the region's own language: "English" alone would stand for the United States.
 */
function writtenBy(language: string | null, region: string): string {
  const own = `${new Intl.Locale(`und-${region}`).maximize().language}-${region}`
  if (language === null) return own
  const wanted = `${language}-${region}`
  const { locale } = new Intl.DateTimeFormat(wanted).resolvedOptions()
  return localeOf(locale)?.region === region ? wanted : own
}

function orderOf(locale: string): DateOrder {
  const types = new Intl.DateTimeFormat(locale).formatToParts(0).map(({ type }) => type)
  const first = types.find((type) => type === 'day' || type === 'month' || type === 'year')
  return first === 'year' ? 'ymd' : first === 'month' ? 'mdy' : 'dmy'
}

/**
 * The formats of the region of a locale (BCP 47, such as `en-US` or `en-US-u-rg-dezzzz`); null if it names no
 * region. System settings besides the region, such as a clock of 24 hours in the United States, are not part of a
 * locale, except as `-u-hc-`.
 */
export function formatsOf(tag: string): RegionFormats | null {
  const [locale, region] = [localeOf(tag), regionOf(tag)]
  if (locale === null || region === undefined) return null
  // Of a locale without a language, V8 gives none.
  const written = writtenBy(/^und\b/iu.test(tag) ? null : locale.language, region)
  const asked = locale.hourCycle
  const cycle = asked ?? new Intl.DateTimeFormat(written, { hour: 'numeric' }).resolvedOptions().hourCycle
  return {
    dates: { order: orderOf(written), clock: cycle === 'h11' || cycle === 'h12' ? '12' : '24' },
    paperSize: letterRegions.has(region) ? 'Letter' : 'A4',
  }
}

/**
 * The formats of the first of some locales that names a region; if none does, the record's format of dates, and
 * A4.
 */
export function firstFormatsOf(tags: readonly string[]): RegionFormats {
  for (const tag of tags) {
    const formats = formatsOf(tag)
    if (formats) return formats
  }
  return { dates: recordFormat, paperSize: 'A4' }
}
