// Writes the notes of the demo practice from its own sentences and from its marks on the body map.
import type { Finding } from '#shared/domain/bodymap/finding.ts'
import type { Block, Inline, ListItem, NoteDocument } from '#shared/domain/note/document.ts'
import { courseSentences } from '#shared/domain/bodymap/courseSentences.ts'
import type { SectionId } from '#shared/domain/note/sections.ts'
import type { State } from './course.ts'
import type { Person } from './people.ts'
import type { Random } from './random.ts'
import { assessments, closings, everyday, frequencies, responses } from './sentences.ts'

export type Note = Readonly<Record<SectionId, NoteDocument>>

/** How the therapist writes on that day. */
type Layout = 'plain' | 'headed' | 'listed'

const plain = (text: string): Inline => ({ type: 'text', text })
const bold = (text: string): Inline => ({ type: 'text', text, marks: [{ type: 'bold' }] })
const italic = (text: string): Inline => ({ type: 'text', text, marks: [{ type: 'italic' }] })
const paragraph = (...content: Inline[]): Block => ({ type: 'paragraph', content })
const items = (texts: readonly string[]): ListItem[] =>
  texts.map((text) => ({ type: 'listItem', content: [paragraph(plain(text))] }))
const bullets = (texts: readonly string[]): Block => ({ type: 'bulletList', content: items(texts) })
const documentOf = (...content: Block[]): NoteDocument => ({ type: 'doc', content })

/** A document of one paragraph. */
export const sentence = (text: string): NoteDocument => documentOf(paragraph(plain(text)))

function filled(text: string, { side }: Person): string {
  const words = text.replaceAll('{side}', side).replaceAll('{other}', side === 'left' ? 'right' : 'left')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Whether a sentence fits a client who was never seen before. */
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
      const reported = [...random.some(improvements, 1), ...random.some(symptoms, random.between(1, 2))]
      if (layout === 'listed') return documentOf(bullets(reported.map((text) => filled(text, person))))
      return documentOf(paragraph(plain(say(reported) + (random.chance(0.4) ? ` ${random.pick(everyday)}` : ''))))
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

/**
 * The sentences linked to the marks of a session, as the editor writes them: one after the other in a paragraph. None
 * for what is not confirmed, and no paragraph without a sentence.
 */
export function mapSentences(findings: readonly Finding[]): Block[] {
  const confirmed = courseSentences(findings).courses.filter(({ isConfirmed }) => isConfirmed)
  if (confirmed.length === 0) return []
  const words = confirmed.flatMap(({ id, sentence: text }, index): Inline[] => [
    ...(index === 0 ? [] : [plain(' ')]),
    { type: 'text', text, marks: [{ type: 'finding', attrs: { findingId: id, sentence: text } }] },
  ])
  return [paragraph(...words)]
}

/** What was observed and the response to treatment; what is marked, measured or listed is not repeated. */
function objective(
  random: Random,
  { stage }: State,
  person: Person,
  layout: Layout,
  findings: readonly Finding[],
): NoteDocument {
  const { observations } = person.complaint
  const observed =
    stage === 'first'
      ? random.some(observations.filter(fitsFirstVisit), 3)
      : random.some(observations, random.between(1, 2))
  const look = observed.map((text) => filled(text, person))
  const linked = mapSentences(findings)
  const response = random.pick(responses)
  if (layout === 'listed') return documentOf(bullets([...look, response]), ...linked)
  if (layout === 'plain') return documentOf(paragraph(plain(look.join(' '))), ...linked, paragraph(plain(response)))
  return documentOf(
    paragraph(bold('Observation: '), plain(look.join(' '))),
    ...linked,
    paragraph(bold('Response: '), plain(response)),
  )
}

function assessment(random: Random, { stage }: State): NoteDocument {
  return sentence(random.some(assessments[stage], random.between(1, 2)).join(' '))
}

function plan(random: Random, { stage }: State, person: Person, layout: Layout): NoteDocument {
  const often = random.pick(frequencies[stage === 'flare' ? 'early' : stage])
  const next = filled(random.pick(person.complaint.nextTime), person)
  const closing = random.chance(0.15) ? [paragraph(italic(random.pick(closings)))] : []
  if (layout === 'plain') {
    const following = next.replace(/^./, (letter) => letter.toLowerCase())
    return documentOf(paragraph(plain(`${often} Next time: ${following}`)), ...closing)
  }
  return documentOf(paragraph(plain(often)), paragraph(bold('Next time: '), plain(next)), ...closing)
}

/** What the client is to do at home until the next visit. */
export const homeworkOf = (random: Random, { stage }: State, { complaint }: Person): string[] =>
  random.some(complaint.homeCare, stage === 'upkeep' ? random.between(1, 2) : random.between(2, 3))

/**
 * A whole note for a visit.
 * @param findings of the session, as they are marked
 */
export function writeNote(random: Random, state: State, person: Person, findings: readonly Finding[]): Note {
  const layout = state.stage === 'first' ? 'headed' : random.pick<Layout>(['plain', 'plain', 'headed', 'listed'])
  return {
    subjective: subjective(random, state, person, layout),
    objective: objective(random, state, person, layout, findings),
    assessment: assessment(random, state),
    plan: plan(random, state, person, layout),
  }
}
