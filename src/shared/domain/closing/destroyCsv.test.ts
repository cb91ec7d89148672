import { describe, expect, it } from 'vitest'
import { bySoonest, destroyCsv, type KeptClient } from './destroyCsv.ts'

const client: KeptClient = {
  clientId: '019abcde-0000-7000-8000-000908880a8b',
  clientName: 'Mara Okafor',
  dateOfBirth: '1980-02-29',
  lastEntryOn: '2026-11-20',
  keptUntil: '2036-11-20',
  isBirthMissing: false,
}

describe('the table of clients by the day until which records are kept', () => {
  it('has a line for each, with the code that their file has, and runs no formula', () => {
    const lines = destroyCsv([
      client,
      { ...client, clientName: '=SUM(A1)', dateOfBirth: null, keptUntil: null, isBirthMissing: true },
    ]).split('\r\n')
    expect(lines).toEqual([
      '\uFEFFClient code,Name,Date of birth,Last entry,Keep until,Remark',
      '1448-G2MB,Mara Okafor,1980-02-29,2026-11-20,2036-11-20,',
      "1448-G2MB,'=SUM(A1),,2026-11-20,,No date of birth: the rule for clients under age could not be applied",
      '',
    ])
  })

  it('begins with the soonest day, and ends with those without one', () => {
    const days = [null, '2036-01-01', '2030-01-01'].map((keptUntil) => ({ keptUntil, lastEntryOn: '2026-11-20' }))
    expect(bySoonest(days).map(({ keptUntil }) => keptUntil)).toEqual(['2030-01-01', '2036-01-01', null])
  })
})
