import type { Node } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Finding } from '#shared/domain/bodymap/finding.ts'
import { noteDocument } from '#shared/domain/note/document.ts'
import { courseSentences } from '#shared/domain/bodymap/courseSentences.ts'
import { follows, linkedSentences } from '#shared/domain/note/linkedSentences.ts'
import { storableDocument } from '#renderer/noteEditor/index.ts'
import { finding, opened, schema } from '../../../../../tests/fixtures/typedEditor.ts'
import type { FindingsCause } from './findingSentences.ts'
import { linkedRuns } from './linkedRuns.ts'

type MapChange = {
  kind: 'make' | 'change' | 'remove' | 'treat' | 'undo'
  pick: number
  severity: number
  remark: string
}
type HandEdit = { kind: 'type' | 'erase' | 'split' | 'bold' | 'undo' | 'redo'; from: number; length: number }
type Answer = { kind: 'delete' | 'keep' | 'add' }

const anyStep: fc.Arbitrary<MapChange | HandEdit | Answer> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constantFrom('make' as const, 'change' as const, 'remove' as const, 'treat' as const, 'undo' as const),
      pick: fc.nat(20),
      severity: fc.integer({ min: 0, max: 10 }),
      remark: fc.constantFrom('', 'שלום', '👩🏽‍⚕️ eased', '👩🏻‍⚕️ eased', '  two\n lines '),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom('type', 'type', 'type', 'erase', 'split', 'bold', 'undo', 'redo') as fc.Arbitrary<
        HandEdit['kind']
      >,
      from: fc.nat(400),
      length: fc.integer({ min: 1, max: 12 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('delete' as const, 'keep' as const, 'add' as const) }) },
)

/** All text except unchanged sentences by Palpate; without the spaces between. */
function ownWords(document: Node): string {
  const ofPalpate = linkedRuns(document).filter(follows)
  let words = ''
  document.descendants((node, position) => {
    if (!node.isText) return
    const isOfPalpate = ofPalpate.some(({ from, to }) => from <= position && position + node.nodeSize <= to)
    if (!isOfPalpate) words += node.text
  })
  return words.replaceAll(' ', '')
}

/** A position in the document, not within a character of two code units: no hand gets there. */
function placeIn(document: Node, number: number): number {
  const position = number % document.content.size
  const next = document.textBetween(position, position + 1).charCodeAt(0)
  return next >= 0xdc00 && next <= 0xdfff ? position - 1 : position
}

describe('whatever happens on the map and in the text', () => {
  it('no letter that was typed changes, what follows is up to date, and the note can be stored', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => {
        const { editor, sentences } = opened([], 'Αβγ δε.', '')
        const isAsked = { now: false }
        editor.onWritten = (before, after) => {
          after.doc.check()
          if (!isAsked.now) expect(ownWords(after.doc)).toBe(ownWords(before.doc))
        }
        let findings: readonly Finding[] = []
        const past: (readonly Finding[])[] = []
        let made = 0
        const onMap = (next: readonly Finding[], cause: FindingsCause) => {
          if (cause !== 'undone') past.push(findings)
          findings = next
          sentences.update(findings, cause)
        }
        const play = (step: MapChange | HandEdit | Answer): void => {
          const { doc } = editor.state()
          const picked = 'pick' in step ? findings[step.pick % Math.max(findings.length, 1)] : undefined
          switch (step.kind) {
            case 'make':
              made += 1
              return onMap([...findings, finding(made, { severity: step.severity, remark: step.remark })], 'made')
            case 'treat': {
              if (!picked || picked.phase === 'after') return
              made += 1
              const { regionId, kind, id } = picked
              const after = { phase: 'after' as const, severity: step.severity, regionId, kind, continuesId: id }
              return onMap([...findings, finding(made, after)], 'made')
            }
            case 'change':
              if (!picked) return
              return onMap(
                findings.map((one) =>
                  one === picked ? { ...one, severity: step.severity, remark: step.remark } : one,
                ),
                'changed',
              )
            case 'remove':
              return (
                picked &&
                onMap(
                  findings.filter((one) => one !== picked),
                  'removed',
                )
              )
            case 'type': {
              const place = TextSelection.near(doc.resolve(placeIn(doc, step.from))).from
              return editor.type('ξψωλκ ζημ'.slice(0, step.length), place)
            }
            case 'erase': {
              const from = placeIn(doc, step.from)
              const to = Math.max(from, placeIn(doc, from + step.length))
              return editor.byHand((tr) => tr.deleteRange(from, to))
            }
            case 'split': {
              const place = TextSelection.near(doc.resolve(placeIn(doc, step.from))).from
              return editor.byHand((tr) => tr.split(place))
            }
            case 'bold': {
              const from = placeIn(doc, step.from)
              const to = Math.max(from, placeIn(doc, from + step.length))
              return editor.byHand((tr) => tr.addMark(from, to, schema.mark('bold')))
            }
            case 'redo':
              return editor.redo()
            case 'delete':
              return sentences.deleteGone()
            case 'keep':
              return sentences.keepGone()
            case 'add':
              return sentences.addMissing()
            case 'undo': {
              if ('from' in step) return editor.undo()
              const before = past.pop()
              return before && onMap(before, 'undone')
            }
          }
        }
        for (const step of steps) {
          isAsked.now = ['delete', 'keep', 'add'].includes(step.kind)
          play(step)
          isAsked.now = false
          const { doc } = editor.state()
          expect(linkedRuns(doc)).toEqual(linkedRuns(schema.nodeFromJSON(doc.toJSON())))
          const { courseOf } = courseSentences(findings)
          for (const run of linkedRuns(editor.state().doc).filter(follows)) {
            expect(courseOf(run.findingId)?.sentence ?? run.text).toBe(run.text)
          }
        }
        const document = storableDocument(editor.state().doc.toJSON())
        expect(noteDocument.parse(document)).toEqual(document)
        const runs = linkedRuns(editor.state().doc)
        expect(linkedSentences(document)).toEqual(
          runs.map(({ findingId, sentence, text }) => ({ findingId, sentence, text })),
        )
      }),
      { numRuns: 400 },
    )
  })
})
