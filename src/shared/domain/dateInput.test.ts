import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateQuestion, readDate } from './dateInput.ts'
import { dateWordsIn, type DateOrder } from './dateWords.ts'

const today = '2026-11-23'
const read = (text: string, order: DateOrder = 'dmy') => {
  const reading = readDate(text, order, today)
  return reading.kind === 'date' ? reading.date : reading.kind
}

describe('a typed date', () => {
  it.each([
    ['1980-03-02', '1980-03-02'],
    ['2.3.1980', '1980-03-02'],
    ['02.03.1980', '1980-03-02'],
    ['2. 3. 1980', '1980-03-02'],
    ['1980/3/2', '1980-03-02'],
    ['1980.03.02.', '1980-03-02'],
    ['2 March 1980', '1980-03-02'],
    ['2nd of Mar 80', '1980-03-02'],
    ['Mar 2, 1980', '1980-03-02'],
    ['1980 mar 2', '1980-03-02'],
    ['3 sept 1999', '1999-09-03'],
    ['02031980', '1980-03-02'],
    ['19800302', '1980-03-02'],
    ['20031980', '1980-03-20'],
    ['2 3 1980', '1980-03-02'],
    ['2–3–1980', '1980-03-02'],
    ['٢/٣/١٩٨٠', '1980-03-02'],
    ['۲.۳.۱۹۸۰', '1980-03-02'],
    ['29.2.2000', '2000-02-29'],
  ])('understands %s', (typed, date) => expect(read(typed)).toBe(date))

  it('is read in the order of the country where day and month could be exchanged', () => {
    expect(read('03/02/1980', 'mdy')).toBe('1980-03-02')
    expect(read('03/02/1980', 'dmy')).toBe('1980-02-03')
    expect(read('02031980', 'mdy')).toBe('1980-02-03')
    expect(read('80-03-02', 'ymd')).toBe('1980-03-02')
  })

  it('is not guessed where the order does not decide which is the day', () => {
    expect(read('3.2.1980', 'mdy')).toBe('ambiguous')
    expect(read('03/02/1980', 'ymd')).toBe('ambiguous')
    expect(read('02031980', 'ymd')).toBe('ambiguous')
    expect(dateQuestion(readDate('3.2.1980', 'mdy', today))).toBe(
      'Is that 3 February 1980 or March 2, 1980? Write the month by name.',
    )
    expect(read('25.2.1980', 'mdy')).toBe('1980-02-25')
    expect(read('3.3.1980', 'mdy')).toBe('1980-03-03')
    expect(read('80.3.2', 'ymd')).toBe('1980-03-02')
  })

  it('is read in the other order where only that one exists', () => {
    expect(read('31/12/1980', 'mdy')).toBe('1980-12-31')
    expect(read('12/31/1980', 'dmy')).toBe('1980-12-31')
    expect(read('31/12/1980', 'ymd')).toBe('1980-12-31')
  })

  it('with a year of two figures is the newest that is not in the future', () => {
    expect(read('2.3.80')).toBe('1980-03-02')
    expect(read('2.3.05')).toBe('2005-03-02')
    expect(read('2.3.26')).toBe('2026-03-02')
    expect(read('2.3.27')).toBe('1927-03-02')
  })

  it('keeps a date in the future, so that the form can say what is wrong with it', () => {
    expect(read('2.3.2980')).toBe('2980-03-02')
  })

  it.each([
    '31.2.1980',
    '29.2.1999',
    'soon',
    '1980',
    '2.3',
    '2.3.198',
    '2.3.1980 or so',
    '0.1.1980',
    '13/13/1980',
    '1.1.0080',
  ])('does not make up a date from %s', (typed) => expect(read(typed)).toBe('unclear'))

  it('that is empty is empty, not wrong', () => expect(read('  ')).toBe('empty'))

  it('never throws, and gives only dates that exist', () => {
    const orders = fc.constantFrom<DateOrder>('dmy', 'mdy', 'ymd')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), orders, (typed, order) => {
        const reading = readDate(typed, order, today)
        if (reading.kind === 'date') expect(new Date(reading.date).toISOString().slice(0, 10)).toBe(reading.date)
      }),
    )
  })

  it('comes back unchanged in every order when it is written in that order', () => {
    const dates = fc.date({ min: new Date('1900-01-01'), max: new Date('2026-11-23'), noInvalidDate: true })
    fc.assert(
      fc.property(dates, fc.constantFrom('/', '-', ' '), (value, separator) => {
        const date = value.toISOString().slice(0, 10)
        const [year = '', month = '', day = ''] = date.split('-')
        expect(read([day, month, year].join(separator), 'dmy')).toBe(date)
        expect(read([month, day, year].join(separator), 'mdy')).toBe(date)
        expect(read([year, month, day].join(separator), 'ymd')).toBe(date)
        for (const order of ['dmy', 'mdy', 'ymd'] as const) {
          const words = dateWordsIn({ order, clock: '24' })
          expect(read(words.date(date), order)).toBe(date)
          expect(read(words.longDate(date), order)).toBe(date)
        }
      }),
    )
  })
})
