// Writes the notes of the demo practice from its own sentences.
import { findingKind } from '#shared/domain/bodymap/finding.ts'
import type { Block, Inline, ListItem, NoteDocument } from '#shared/domain/note/document.ts'
import type { SectionId } from '#shared/domain/note/sections.ts'
import { regionWords, type State } from './course.ts'
import type { Person } from './people.ts'
import type { Random } from './random.ts'
import { assessments, closings, everyday, frequencies, responses } from './sentences.ts'

export type Note = Readonly<Record<SectionId, NoteDocument>>

/** How a therapist happens to write on that day. */
type Layout = 'plain' | 'headed' | 'listed'

const plain = (text: string): Inline => ({ type: 'text', text })
const bold = (text: string): Inline => ({ type: 'text', text, marks: [{ type: 'bold' }] })
const italic = (text: string): Inline => ({ type: 'text', text, marks: [{ type: 'italic' }] })
const paragraph = (...content: Inline[]): Block => ({ type: 'paragraph', content })
const heading = (text: string): Block => ({ type: 'heading', attrs: { level: 3 }, content: [plain(text)] })
const items = (texts: readonly string[]): ListItem[] =>
  texts.map((text) => ({ type: 'listItem', content: [paragraph(plain(text))] }))
const bullets = (texts: readonly string[]): Block => ({ type: 'bulletList', content: items(texts) })
const numbered = (texts: readonly string[]): Block => ({
  type: 'orderedList',
  attrs: { start: 1 },
  content: items(texts),
})
const documentOf = (...content: Block[]): NoteDocument => ({ type: 'doc', content })

/** A document of one paragraph. */
export const sentence = (text: string): NoteDocument => documentOf(paragraph(plain(text)))

function filled(text: string, { side }: Person): string {
  const words = text.replaceAll('{side}', side).replaceAll('{other}', side === 'left' ? 'right' : 'left')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Whether a sentence can be said of somebody who was never seen before. */
const fitsFirstVisit = (text: string) => !/last|first visit|this week|today|more even|again/i.test(text)

function subjective(random: Random, { stage }: State, person: Person, layout: Layout): NoteDocument {
  const { histories, symptoms, improvements, triggers, goal } = person.complaint
  const say = (texts: readonly string[]) => texts.map((text) => filled(text, person)).join(' ')
  switch (stage) {
    case 'first':
      return documentOf(
        paragraph(plain(filled(random.pick(histories), person))),
        paragraph(plain(say(random.some(symptoms.filter(fitsFirstVisit), 2)))),
        paragraph(bold('Goal: '), plain(`${goal.replaceAll('{side}', person.side)}.`)),
      )
    case 'flare':
      return documentOf(
        paragraph(bold(`${random.pick(triggers)} `), plain(say(random.some(symptoms, 2)))),
        ...(random.chance(0.5) ? [paragraph(plain(random.pick(everyday)))] : []),
      )
    case 'early':
    case 'middle': {
      const told = [...random.some(improvements, 1), ...random.some(symptoms, random.between(1, 2))]
      if (layout === 'listed') return documentOf(bullets(told.map((text) => filled(text, person))))
      return documentOf(paragraph(plain(say(told) + (random.chance(0.4) ? ` ${random.pick(everyday)}` : ''))))
    }
    case 'upkeep':
      return documentOf(
        paragraph(plain(say(random.some(improvements, 2)))),
        ...(random.chance(0.6)
          ? [paragraph(plain(`${random.chance(0.3) ? random.pick(triggers) + ' ' : ''}${random.pick(everyday)}`))]
          : []),
      )
  }
}

function findingLine({ before, after }: State['findings'][number]): string {
  const kind = findingKind(before.kind).name.toLowerCase()
  if (before.kind === 'avoid') return `${regionWords(before.regionId)}: left out.`
  const refers = before.refersTo ? `, refers to ${before.refersTo}` : ''
  const change = after ? `${before.severity} before, ${after.severity} after` : `${before.severity}/10`
  return `${regionWords(before.regionId)}: ${kind}, ${change}${refers}.`
}

function objective(random: Random, state: State, person: Person, layout: Layout): NoteDocument {
  const { observations } = person.complaint
  const isFirst = state.stage === 'first'
  const observed = isFirst
    ? random.some(observations.filter(fitsFirstVisit), 3)
    : random.some(observations, random.between(1, 2))
  const measured = state.ranges.map(({ movement, before, after }) =>
    before === after
      ? `${filled(movement, person)} ${before}°, unchanged.`
      : `${filled(movement, person)} ${before}° before, ${after}° after.`,
  )
  const found = [
    ...state.findings.map(findingLine),
    ...state.foundLater.map((finding) => `${regionWords(finding.regionId)}: tender point, found while working.`),
  ]
  const treated = state.treated.map(
    ({ words, minutes, pressure }) => `${filled(words, person)}, ${minutes} min, pressure ${pressure}`,
  )
  const look = observed.map((text) => filled(text, person)).join(' ')
  if (layout === 'plain') {
    return documentOf(
      paragraph(plain(`${look} ${found.join(' ')}`)),
      paragraph(plain(measured.join(' '))),
      paragraph(bold('Treatment: '), plain(`${treated.join('; ')}. ${random.pick(responses)}`)),
    )
  }
  if (layout === 'listed')
    return documentOf(paragraph(plain(`${look} ${measured.join(' ')}`)), bullets(found), bullets(treated))
  return documentOf(
    heading('Observation and range'),
    paragraph(plain(`${look} ${measured.join(' ')}`)),
    heading('Palpation'),
    bullets(found),
    heading('Treatment'),
    numbered(treated),
    paragraph(italic(random.pick(responses))),
  )
}

function assessment(random: Random, { stage, painBefore, painAfter }: State): NoteDocument {
  const told = random.some(assessments[stage], random.between(1, 2)).join(' ')
  const change =
    painBefore === painAfter ? `Pain ${painBefore}, unchanged.` : `Pain ${painBefore} before, ${painAfter} after.`
  return documentOf(paragraph(plain(random.chance(0.7) ? `${told} ${change}` : told)))
}

function plan(random: Random, { stage }: State, person: Person, layout: Layout): NoteDocument {
  const { homeCare, nextTime } = person.complaint
  const often = random.pick(frequencies[stage === 'flare' ? 'early' : stage])
  const home = random.some(homeCare, stage === 'upkeep' ? random.between(1, 2) : random.between(2, 3))
  const next = `Next time: ${filled(random.pick(nextTime), person).replace(/^./, (letter) => letter.toLowerCase())}`
  if (layout === 'plain') return documentOf(paragraph(plain(`${often} ${home.join('. ')}. ${next}`)))
  return documentOf(
    paragraph(plain(often)),
    layout === 'headed' ? numbered(home) : bullets(home),
    paragraph(bold('Next time: '), plain(next.slice('Next time: '.length))),
    ...(random.chance(0.15) ? [paragraph(italic(random.pick(closings)))] : []),
  )
}

/** A whole note for a visit. */
export function writeNote(random: Random, state: State, person: Person): Note {
  const layout = state.stage === 'first' ? 'headed' : random.pick<Layout>(['plain', 'plain', 'headed', 'listed'])
  return {
    subjective: subjective(random, state, person, layout),
    objective: objective(random, state, person, layout),
    assessment: assessment(random, state),
    plan: plan(random, state, person, layout),
  }
}
