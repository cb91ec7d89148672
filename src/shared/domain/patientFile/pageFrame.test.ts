import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeHtml, pageFooter, pageHeader, suggestedFileName } from './pageFrame.ts'

const frame = { practiceName: 'Still Hands', clientName: 'Ada Moreau', composedAt: '2026-11-23T13:03:22.000Z' }
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
  it('carries no client name unless the practice asked for it', () => {
    expect(suggestedFileName(frame, { clientNameInFileName: false })).toMatch(/^patient-file-2026-11-2[34]\.pdf$/u)
    expect(suggestedFileName(frame, { clientNameInFileName: true })).toMatch(
      /^patient-file-Ada-Moreau-2026-11-2[34]\.pdf$/u,
    )
  })

  it('keeps names of every script', () => {
    const name = suggestedFileName({ ...frame, clientName: 'مريم الخطيب' }, { clientNameInFileName: true })
    expect(name).toContain('مريم-الخطيب')
  })

  it('is a name that every file system takes, whatever the client is called', () => {
    assert(
      property(anyText, (clientName) => {
        const name = suggestedFileName({ ...frame, clientName }, { clientNameInFileName: true })
        expect(name).toMatch(/^patient-file-[\p{L}\p{M}\p{N}-]*2026-11-2[34]\.pdf$/u)
        expect(Buffer.byteLength(name)).toBeLessThan(230)
      }),
    )
  })
})
