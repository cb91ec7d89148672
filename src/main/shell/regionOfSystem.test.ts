import { describe, expect, it, vi } from 'vitest'
import { formatsOfSystem, type RegionSources } from './regionOfSystem.ts'

vi.mock('electron', () => ({ app: {} }))

const germany: RegionSources = {
  switchLanguage: '',
  platform: 'win32',
  environment: {},
  systemLocale: 'en-DE',
  languages: ['en-US'],
  country: 'US',
}
const formatsOf = (change: Partial<RegionSources>) => {
  const { dates, paperSize } = formatsOfSystem({ ...germany, ...change })
  return [dates.order, dates.clock, paperSize].join(' ')
}

describe('the region of the system', () => {
  it('is that of its regional format, not that of its language', () => {
    expect(formatsOf({})).toBe('dmy 24 A4')
    expect(formatsOf({ systemLocale: 'en-US' })).toBe('mdy 12 Letter')
  })

  it('is that of the languages, then of the country, where the format names none', () => {
    expect(formatsOf({ systemLocale: 'en', languages: ['en', 'es-MX'] })).toBe('dmy 12 Letter')
    expect(formatsOf({ systemLocale: 'C', languages: [], country: 'SE' })).toBe('ymd 24 A4')
    expect(formatsOf({ systemLocale: '', languages: [], country: '' })).toBe('dmy 24 A4')
  })

  it('is read on Linux from the variables for time and for paper, each for itself', () => {
    const environment = { LANG: 'en_US.UTF-8', LC_TIME: 'en_GB.UTF-8' }
    expect(formatsOf({ platform: 'linux', environment })).toBe('dmy 24 Letter')
    expect(formatsOf({ platform: 'linux', environment: { ...environment, LC_ALL: 'sv_SE@euro' } })).toBe('ymd 24 A4')
    expect(formatsOf({ platform: 'linux', environment: { LANG: 'C.UTF-8' } })).toBe('dmy 24 A4')
    expect(formatsOf({ platform: 'win32', environment: { LC_ALL: 'en_US' } })).toBe('dmy 24 A4')
  })

  it('is that of the language that the app was started with, before all else', () => {
    expect(formatsOf({ switchLanguage: 'en-US', platform: 'linux', environment: { LC_ALL: 'de_DE' } })).toBe(
      'mdy 12 Letter',
    )
  })
})
