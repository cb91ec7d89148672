// What is typed into an intake or a review. It becomes a version only when it is saved; until then the vault keeps it, so that a lock, a
// crash or a restart in the middle loses nothing.
import { useCallback, useMemo, useReducer } from 'react'
import {
  emptyHealth,
  givenAnswer,
  healthEntry,
  tablePreferences,
  type EntryList,
  type GivenAnswer,
  type GivenHealth,
  type HealthEntry,
} from '#shared/domain/health/health.ts'
import { z } from 'zod'
import { forgetForm, keepForm, keptForm } from '#renderer/bridge/workspace.ts'

export type Told = Pick<GivenHealth, 'entries' | 'preferences' | 'earlierMassage' | 'pregnancyWeeks'> & {
  /** By the question's id. */
  readonly answers: Readonly<Record<string, GivenAnswer>>
}

type Rest = Pick<Told, 'preferences' | 'earlierMassage' | 'pregnancyWeeks'>

type Act =
  | { readonly answer: GivenAnswer }
  | { readonly noTo: readonly string[] }
  | { readonly entry: HealthEntry }
  | { readonly remove: string }
  | { readonly rest: Partial<Rest> }

export interface HealthForm {
  readonly told: Told
  readonly isChanged: boolean
  /** Stable, as all here. */
  readonly answer: (given: GivenAnswer) => void
  /** Answers questions that have no answer yet with no. */
  readonly noTo: (questionIds: readonly string[]) => void
  readonly put: (entry: HealthEntry) => void
  readonly add: (list: EntryList) => void
  readonly remove: (entryId: string) => void
  readonly tell: (rest: Partial<Rest>) => void
  readonly forget: () => void
  /** All of it, to be saved; entries without a name are left out. */
  readonly given: () => GivenHealth
}

const unanswered = (questionId: string): GivenAnswer => ({
  questionId,
  answer: 'no',
  since: '',
  remark: '',
  regionIds: [],
})

function after(told: Told, act: Act): Told {
  if ('answer' in act) return { ...told, answers: { ...told.answers, [act.answer.questionId]: act.answer } }
  if ('noTo' in act) {
    const open = act.noTo.filter((id) => !told.answers[id])
    return { ...told, answers: { ...told.answers, ...Object.fromEntries(open.map((id) => [id, unanswered(id)])) } }
  }
  if ('remove' in act) return { ...told, entries: told.entries.filter(({ id }) => id !== act.remove) }
  if ('rest' in act) return { ...told, ...act.rest }
  const at = told.entries.findIndex(({ id }) => id === act.entry.id)
  return { ...told, entries: at < 0 ? [...told.entries, act.entry] : told.entries.with(at, act.entry) }
}

const toldBy = ({ answers, ...health }: GivenHealth): Told => ({
  ...health,
  answers: Object.fromEntries(answers.map((answer) => [answer.questionId, answer])),
})

// Typed by half: texts may be longer than what can be saved, and a name may be missing.
const keptAnswer = givenAnswer.extend({ since: z.string(), remark: z.string() })
const keptEntry = healthEntry.extend({ name: z.string(), detail: z.string(), since: z.string() })
const keptRest = z.object({
  preferences: tablePreferences.extend({
    position: z.string(),
    warmth: z.string(),
    sound: z.string(),
    oil: z.string(),
    comfort: z.string(),
  }),
  earlierMassage: z.string(),
  pregnancyWeeks: z.int().nullable(),
})

/** The fields under which it is kept: one for each answer and each entry, in their order. */
const fieldsOf = ({ answers, entries, preferences, earlierMassage, pregnancyWeeks }: Told): Record<string, string> =>
  Object.fromEntries([
    ['rest', JSON.stringify({ preferences, earlierMassage, pregnancyWeeks })],
    ...Object.values(answers).map((answer) => [answer.questionId, JSON.stringify(answer)] as const),
    ...entries.map((entry, at) => [`entry ${at}`, JSON.stringify(entry)] as const),
  ])

/** What is kept under a name; undefined for nothing. What cannot be read of it is left out. */
function keptTold(name: string): Told | undefined {
  const kept = keptForm(name)
  if (!kept) return undefined
  const parsed = <T>(schema: z.ZodType<T>, text: string | undefined): T | undefined => {
    try {
      return schema.safeParse(JSON.parse(text ?? '')).data
    } catch {
      return undefined
    }
  }
  const fields = Object.entries(kept)
  const rest = parsed(keptRest, kept['rest'])
  return {
    ...(rest ?? toldBy(emptyHealth)),
    answers: Object.fromEntries(
      fields.flatMap(([id, text]) => {
        const answer = id === 'rest' || id.startsWith('entry ') ? undefined : parsed(keptAnswer, text)
        return answer ? [[id, answer]] : []
      }),
    ),
    entries: fields
      .filter(([id]) => id.startsWith('entry '))
      .toSorted(([one], [other]) => Number(one.slice(6)) - Number(other.slice(6)))
      .flatMap(([, text]) => parsed(keptEntry, text) ?? []),
  }
}

/**
 * @param name under which it is kept
 * @param start the version in force, or nothing yet
 */
export function useHealthForm(name: string, start: GivenHealth): HealthForm {
  const [{ told, isChanged }, dispatch] = useReducer(
    (state: { told: Told; isChanged: boolean }, act: Act) => {
      const next = after(state.told, act)
      keepForm(name, fieldsOf(next))
      return { told: next, isChanged: true }
    },
    undefined,
    () => {
      const kept = keptTold(name)
      return { told: kept ?? toldBy(start), isChanged: kept !== undefined }
    },
  )
  const acts = useMemo(
    () => ({
      answer: (answer: GivenAnswer) => dispatch({ answer }),
      noTo: (noTo: readonly string[]) => dispatch({ noTo }),
      put: (entry: HealthEntry) => dispatch({ entry }),
      add: (list: EntryList) =>
        dispatch({
          entry: { id: crypto.randomUUID(), list, name: '', detail: '', since: '', effect: 'none', regionIds: [] },
        }),
      remove: (remove: string) => dispatch({ remove }),
      tell: (rest: Partial<Rest>) => dispatch({ rest }),
      forget: () => forgetForm(name),
    }),
    [name],
  )
  const given = useCallback(
    (): GivenHealth => ({
      ...told,
      answers: Object.values(told.answers),
      entries: told.entries.filter((entry) => entry.name.trim() !== ''),
    }),
    [told],
  )
  return { told, isChanged, given, ...acts }
}
