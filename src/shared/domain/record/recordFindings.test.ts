import { expect, it } from 'vitest'
import { joinFindings, mostSequences } from './recordFindings.ts'

it('what several scans found of one kind is joined, in the order of the kinds', () => {
  expect(
    joinFindings([
      { kind: 'dated before', count: 1, sequences: [7] },
      { kind: 'seals not valid', count: 2, sequences: [3, 4] },
      { kind: 'seals not valid', count: 30, sequences: Array.from({ length: mostSequences }, (_, at) => 200 + at) },
    ]),
  ).toEqual([
    { kind: 'seals not valid', count: 32, sequences: [3, 4, ...Array.from({ length: 18 }, (_, at) => 200 + at)] },
    { kind: 'dated before', count: 1, sequences: [7] },
  ])
})
