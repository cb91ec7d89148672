// A template as typed, parsing it, and what is said of it in words.
import type { Reading } from '#renderer/bridge/keptTexts.ts'
import { isMeasureId, measureNames } from '#shared/domain/measures.ts'
import { sectionIds, type SectionId } from '#shared/domain/note/sections.ts'
import { longestSessionMinutes, minutesOfText } from '#shared/domain/session.ts'
import { skeletonFromText, skeletonProblem, textOfSkeleton } from '#shared/domain/template/skeletonText.ts'
import { skeletonOf, type Template } from '#shared/domain/template/template.ts'
import { fieldTextLimit } from '#shared/domain/text.ts'
import { andWords, listWords } from '#shared/domain/wordLists.ts'

export type TemplateField = 'name' | 'length' | 'measures' | SectionId
export type TemplateTexts = Readonly<Record<TemplateField, string>>
type TemplateProblems = Partial<Readonly<Record<TemplateField, string>>>

/** The longest text of a skeleton in the dialog, in UTF-16 code units. */
const skeletonLimit = 10_000

const between = ' '

/** A template without anything in it. */
export const emptyTemplate = (id: string): Template => ({
  id,
  name: '',
  lengthMinutes: null,
  sections: [],
  otherParts: [],
  measures: [],
})

/** Whether a section is stored in a form that this version cannot show. */
export const isUnreadable = ({ otherParts }: Template, section: SectionId): boolean =>
  otherParts.some((part) => part.section === section)

/** The names of parts that are no sections to this version. */
export const unknownParts = ({ otherParts }: Template): string[] =>
  otherParts.map(({ section }) => section).filter((name) => !(sectionIds as readonly string[]).includes(name))

/** The texts for a template. Measures are their ids with spaces between. */
export function textsOfTemplate(template: Template): TemplateTexts {
  const skeletons = sectionIds.map((section) => {
    const skeleton = skeletonOf(template, section)
    return [section, skeleton ? textOfSkeleton(skeleton) : '']
  })
  return {
    name: template.name,
    length: template.lengthMinutes === null ? '' : String(template.lengthMinutes),
    measures: template.measures.join(between),
    ...(Object.fromEntries(skeletons) as Record<SectionId, string>),
  }
}

export const measuresOf = (text: string) => text.split(between).filter(isMeasureId)

/** The measures chosen, before those that this version does not know, which stay. */
export const textOfMeasures = (chosen: readonly string[], before: string): string =>
  [...chosen, ...before.split(between).filter((id) => id !== '' && !isMeasureId(id))].join(between)

function problemsOf(texts: TemplateTexts): TemplateProblems {
  const name = texts.name.trim()
  const isLength = texts.length.trim() === '' || minutesOfText(texts.length) !== null
  const tooLong = sectionIds.filter((section) => texts[section].length > skeletonLimit)
  const leavingOut = sectionIds.flatMap((section) => {
    const problem = skeletonProblem(texts[section])
    return problem === null ? [] : [[section, problem] as const]
  })
  return {
    ...Object.fromEntries(leavingOut),
    ...(name === '' && { name: 'The template needs a name.' }),
    ...(name.length > fieldTextLimit && { name: `At most ${fieldTextLimit} characters; this has ${name.length}.` }),
    ...(!isLength && { length: `From 1 to ${longestSessionMinutes} minutes, or leave it empty.` }),
    ...Object.fromEntries(
      tooLong.map((section) => [section, `At most ${skeletonLimit} characters; this has ${texts[section].length}.`]),
    ),
  }
}

/**
 * Parses the texts: the template, or the errors by field. An unchanged skeleton stays as it is
 * stored, with all that a line of text does not show.
 * @param before the template as it was
 */
export function readTemplate(texts: TemplateTexts, before: Template): Reading<TemplateField, Template> {
  const problems = problemsOf(texts)
  if (Object.keys(problems).length > 0) return { problems }
  const shown = textsOfTemplate(before)
  const sections = sectionIds.flatMap((section) => {
    if (isUnreadable(before, section)) return []
    const stored = skeletonOf(before, section)
    const isChanged = texts[section] !== shown[section]
    if (texts[section].trim() === '') return []
    return [{ section, document: !isChanged && stored ? stored : skeletonFromText(texts[section].trimEnd()) }]
  })
  return {
    value: {
      ...before,
      name: texts.name.trim(),
      lengthMinutes: minutesOfText(texts.length),
      sections,
      measures: texts.measures.split(between).filter((id) => id !== ''),
    },
  }
}

/** "60 min · Pain, Tension", or what is there of it. */
export function templateFacts({ lengthMinutes, measures }: Template): string {
  const asked = measures.filter(isMeasureId).map((id) => measureNames[id])
  return [lengthMinutes === null ? '' : `${lengthMinutes} min`, listWords(asked)].filter(Boolean).join(' · ')
}

/** Names the parts that this version does not know. */
export function unknownPartWords(parts: readonly string[]): string {
  const named = andWords(parts.map((part) => `“${part}”`))
  return parts.length === 1
    ? `This template has a part ${named} that this version does not know; it is kept, and the rest is used.`
    : `This template has parts ${named} that this version does not know; they are kept, and the rest is used.`
}
