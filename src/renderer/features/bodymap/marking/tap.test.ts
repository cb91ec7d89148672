import { describe, expect, it } from 'vitest'
import { plainFinding, type Finding } from '#shared/domain/bodymap/finding.ts'
import { tapRegion, type Tap } from './tap.ts'

const region = 'shoulder.upper-trapezius.right'
const finding = (id: string, fields: Partial<Finding> = {}): Finding => ({
  ...plainFinding({ regionId: region, kind: 'pain', severity: 5, phase: 'before', view: 'posterior', ...fields }),
  sessionId: 'session',
  id,
})
const tap = (fields: Partial<Tap> = {}) =>
  tapRegion({
    sessionId: 'session',
    findings: [],
    phase: 'before',
    view: 'posterior',
    regionId: region,
    findingId: null,
    kind: 'pain',
    severity: 6,
    newId: 'new',
    ...fields,
  })

describe('one tap on a region', () => {
  it('marks it with the kind and severity of the palette', () => {
    const { before, after, did } = tap()
    expect({ before, did }).toEqual({ before: null, did: 'marked' })
    expect(after).toMatchObject({ id: 'new', kind: 'pain', severity: 6, regionId: region, phase: 'before' })
  })

  it('raises the severity of a mark of the same kind', () => {
    expect(tap({ findings: [finding('a')] })).toMatchObject({ after: { id: 'a', severity: 6 }, did: 'raised' })
  })

  it('stops at 10 and says so', () => {
    expect(tap({ findings: [finding('a', { severity: 10 })] })).toMatchObject({
      after: { severity: 10 },
      did: 'highest',
    })
  })

  it('adds a mark of another kind beside the one that is there', () => {
    expect(tap({ findings: [finding('a')], kind: 'spasm' })).toMatchObject({ before: null, after: { kind: 'spasm' } })
  })

  it('confirms a carried-over finding, whatever the palette is set to', () => {
    const carried = finding('a', { isConfirmed: false, severity: 3 })
    expect(tap({ findings: [carried], kind: 'spasm' })).toMatchObject({
      after: { id: 'a', isConfirmed: true, severity: 3 },
      did: 'confirmed',
    })
  })

  it('looks again in the after phase at what was found before, keeping its severity', () => {
    expect(tap({ findings: [finding('a')], phase: 'after' })).toMatchObject({
      before: null,
      after: { id: 'new', continuesId: 'a', phase: 'after', severity: 5 },
      did: 'looked at again',
    })
  })

  it('changes the after-finding, not the before-finding, at the next tap', () => {
    const findings = [finding('a'), finding('b', { phase: 'after', continuesId: 'a', severity: 2 })]
    expect(tap({ findings, phase: 'after' })).toMatchObject({ before: { id: 'b' }, after: { id: 'b', severity: 3 } })
  })

  it('restores a gone finding as it was before, and adds no second one', () => {
    const gone = finding('b', { phase: 'after', continuesId: 'a', severity: 0 })
    const findings = [finding('a', { severity: 7 }), gone]
    expect(tap({ findings, phase: 'after' })).toEqual({
      before: gone,
      after: { ...gone, severity: 7 },
      did: 'looked at again',
    })
    expect(tap({ findings, phase: 'after', kind: 'spasm' })).toMatchObject({ before: null, did: 'marked' })
    expect(tap({ findings, phase: 'before' })).toMatchObject({ before: { id: 'a' }, after: { severity: 8 } })
  })

  it('leaves a point in the region alone unless the point itself is hit', () => {
    const findings = [finding('a', { point: { x: 1, y: 2 } })]
    expect(tap({ findings })).toMatchObject({ before: null })
    expect(tap({ findings, findingId: 'a', kind: 'spasm' })).toMatchObject({ after: { id: 'a', severity: 6 } })
  })
})
