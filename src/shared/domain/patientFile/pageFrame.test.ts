import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeHtml, pageFooter, pageHeader, suggestedFileName } from './pageFrame.ts'

const frame = {
  practiceName: 'Still Hands',
  clientName: 'Ada Moreau',
  composedAt: '2026-11-23T13:03:22.000Z',
  dates: { order: 'dmy', clock: '24' },
} as const
const file = { ...frame, clientId: '019abcde-0000-7000-8000-000908880a8b' }
const tags = (html: string) => html.match(/<[^>]*>/gu)
const anyText = string({ unit: 'binary', maxLength: 600 })

describe('header and footer of the printed page', () => {
  it('names practice and client and counts the pages', () => {
    const header = pageHeader(frame)
    expect(header).toContain('Still Hands')
    expect(header).toContain('Ada Moreau')
    expect(header).toMatch(/Page <span class="pageNumber"><\/span> of <span class="totalPages"><\/span>/u)
  })

  it('says in the footer when the file was made, with the distance from UTC', () => {
    expect(pageFooter(frame)).toMatch(/Printed 2[34] November 2026, \d\d:\d\d \(UTC[+−]\d\d:\d\d\)/u)
  })

  it('writes that date as the screen does from which the file was asked for', () => {
    expect(pageFooter({ ...frame, dates: { order: 'mdy', clock: '12' } })).toMatch(
      /Printed November 2[34], 2026, \d{1,2}:\d\d [AP]M \(UTC/u,
    )
  })

  it('lets no name become markup', () => {
    assert(
      property(anyText, anyText, (practiceName, clientName) => {
        expect(tags(pageHeader({ ...frame, practiceName, clientName }))).toEqual(tags(pageHeader(frame)))
      }),
    )
  })

  it('escapes what HTML gives a meaning', () => {
    expect(escapeHtml(`<b title="x">Tom & 'Jo'\n2</b>`)).toBe(
      '&lt;b title=&quot;x&quot;&gt;Tom &amp; &#39;Jo&#39; 2&lt;/b&gt;',
    )
  })
})

describe('the suggested file name', () => {
  it('carries the client’s code, and no client name unless the practice asked for it', () => {
    expect(suggestedFileName(file, { clientNameInFileName: false })).toMatch(
      /^Patient file 1448-G2MB 2026-11-2[34]\.pdf$/u,
    )
    expect(suggestedFileName(file, { clientNameInFileName: true })).toMatch(
      /^Patient file Ada Moreau 1448-G2MB 2026-11-2[34]\.pdf$/u,
    )
  })

  it('differs for two clients of one name on one day', () => {
    const other = { ...file, clientId: '019abcde-0000-7000-8000-000908070605' }
    expect(suggestedFileName(file, { clientNameInFileName: true })).not.toBe(
      suggestedFileName(other, { clientNameInFileName: true }),
    )
  })

  it('keeps names of every script', () => {
    const name = suggestedFileName({ ...file, clientName: 'مريم الخطيب' }, { clientNameInFileName: true })
    expect(name).toContain('مريم الخطيب')
  })

  it('is a name that every file system takes, whatever the client is called', () => {
    assert(
      property(anyText, (clientName) => {
        const name = suggestedFileName({ ...file, clientName }, { clientNameInFileName: true })
        expect(name).toMatch(/^Patient file [\p{L}\p{M}\p{N} ]*1448-G2MB 2026-11-2[34]\.pdf$/u)
        expect(Buffer.byteLength(name)).toBeLessThan(230)
      }),
    )
  })
})
