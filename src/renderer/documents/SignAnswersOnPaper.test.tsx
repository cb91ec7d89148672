import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { PatientFileDocument } from './PatientFileDocument.tsx'
import { sampleFile, sampleSession } from './sampleFile.ts'

const words = (signAnswers: Parameters<typeof sampleSession>[1]) =>
  renderToStaticMarkup(<PatientFileDocument file={sampleFile([sampleSession(1, signAnswers)])} />)
    .replace(/<[^>]+>/gu, ' ')
    .replace(/\s+/gu, ' ')

it('what was asked before signing is printed with the signature', () => {
  const signAnswers = [
    { question: 'same as last time', section: 'plan', amount: 96, decision: 'confirmed' },
    { question: 'unconfirmed findings', section: null, amount: 2, decision: 'left' },
  ] as const
  expect(words({ signAnswers: [...signAnswers] })).toContain(
    'Asked before signing: Plan: 96 % the same as last time, confirmed; Body map: 2 findings from last visit, left unconfirmed.',
  )
})

it('nothing is printed where nothing was asked', () => {
  expect(words({})).not.toContain('Asked before signing')
})
