import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { protectionCases } from './protection.ts'

const page = readFileSync(new URL('../../../docs/guide/what-protects-what.md', import.meta.url), 'utf8').replace(
  /\s+/gu,
  ' ',
)

describe('what protects what', () => {
  it.each(protectionCases)('$title / is said in the guide in the same words', ({ title, holds, limit }) => {
    expect(page).toContain(`## ${title} ${holds} *But:* ${limit}`)
  })

  it('is said of nothing else in the guide', () => {
    expect(page.match(/## /gu)).toHaveLength(protectionCases.length)
  })
})
