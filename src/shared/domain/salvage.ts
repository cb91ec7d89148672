// What could not be read when a vault was salvaged: its kinds, its tables in words, and the list as a text file.
import { recordWords } from './dateWords.ts'
import { countWords, listWords } from './wordLists.ts'

export const lossKinds = [
  'rows', // rows of a table: how many, where that is known
  'left out', // rows that could be read, and that refer to what is lost
  'client', // the details of a client
  'session', // a session itself: its day, length and place
  'part', // something of a session
  'signature', // a signature
  'record', // a signature is there, and what it signed is not all there
] as const
export type LossKind = (typeof lossKinds)[number]

/** What of a session can be lost: its own line (day, length, place), or something in it. */
export const lostOfSession = ['session', 'part'] as const
export type LostOfSession = (typeof lostOfSession)[number]

/** Says on screen and on paper of a session that it is not complete; null for one that is. */
export function notCompleteWords(lost: readonly LostOfSession[]): string | null {
  if (lost.includes('session')) {
    return 'The day, length and place of this session could not be read from the damaged vault: those shown are not from the record.'
  }
  return lost.length > 0 ? 'A part of this note could not be read from the damaged vault.' : null
}

/** The tables of which somebody misses something, in their words: one, and several. */
const tableNames: Readonly<Record<string, readonly [one: string, many: string]>> = {
  client: ['client’s details', 'clients’ details'],
  session: ['session’s day, length and place', 'sessions’ day, length and place'],
  note_section: ['section of a note', 'sections of notes'],
  finding: ['finding on the body map', 'findings on the body map'],
  stroke: ['drawing', 'drawings'],
  treated_area: ['treated area', 'treated areas'],
  treated_area_region: ['region of a treated area', 'regions of treated areas'],
  provider: ['provider', 'providers'],
  client_provider: ['provider of a client', 'providers of clients'],
  household_link: ['person of a client’s household', 'people of clients’ households'],
  health_review: ['review of a client’s health', 'reviews of clients’ health'],
  health_answer: ['answer about health', 'answers about health'],
  health_entry: [
    'medication, allergy or other entry about health',
    'medications, allergies and other entries about health',
  ],
  health_region: ['place on the body of an answer about health', 'places on the body of answers about health'],
  health_preference: ['preference at the table', 'preferences at the table'],
  safety_decision: ['decision about a client’s safety', 'decisions about clients’ safety'],
  health_rule: ['rule of health reviews', 'rules of health reviews'],
  question_change: ['change of the questionnaire', 'changes of the questionnaire'],
  consent: ['consent', 'consents'],
  consent_region: ['region of a consent', 'regions of consents'],
  consent_element: ['point that was talked through', 'points that were talked through'],
  consent_mark: ['signature under a consent', 'signatures under consents'],
  consent_withdrawal: ['withdrawal of a consent', 'withdrawals of consents'],
  consent_lack: ['reason for a missing consent', 'reasons for missing consents'],
  consent_lack_region: ['region of a missing consent', 'regions of missing consents'],
  consent_rule: ['rule for consents', 'rules for consents'],
  consent_form: ['form of a consent', 'forms of consents'],
  consent_form_region: ['region that a form guards', 'regions that forms guard'],
  no_go_area: ['no-go area', 'no-go areas'],
  no_go_answer: ['answer about a no-go area', 'answers about no-go areas'],
  session_score: ['measure', 'measures'],
  range_of_motion: ['range of motion', 'ranges of motion'],
  function_activity: ['activity', 'activities'],
  session_item: ['technique or exercise', 'techniques and exercises'],
  timed_span: ['timed span', 'timed spans'],
  sign_answer: ['answer before signing', 'answers before signing'],
  private_remark: ['private remark', 'private remarks'],
  addendum: ['addendum or amendment', 'addenda and amendments'],
  draft_version: ['version in the drafts’ history', 'versions in the drafts’ history'],
  signature: ['signature', 'signatures'],
  phrase: ['phrase', 'phrases'],
  template: ['template', 'templates'],
  template_section: ['section of a template', 'sections of templates'],
  template_measure: ['measure of a template', 'measures of templates'],
  practice: ['set of the practice’s data', 'sets of the practice’s data'],
  seal_key: ['key for seals', 'keys for seals'],
  seal: ['kept seal', 'kept seals'],
  time_stamp: ['time stamp', 'time stamps'],
  audit_entry: ['entry of the audit log', 'entries of the audit log'],
  erasure: ['erasure', 'erasures'],
  retention_rule: ['rule of retention', 'rules of retention'],
  practice_measure: ['measure that new notes ask for', 'measures that new notes ask for'],
  vault_notice: ['notice about the vault’s files', 'notices about the vault’s files'],
  erased_signature: ['signature that an erasure lists', 'signatures that erasures list'],
  traces_left: ['note of an erasure’s traces', 'notes of erasures’ traces'],
}

/** "3 findings on the body map", "An unknown number of drawings". @param amount null for an unknown number */
export function tableWords(table: string, amount: number | null): string {
  const [one, many] = tableNames[table] ?? [`row of ${table}`, `rows of ${table}`]
  return amount === null ? `An unknown number of ${many}` : countWords(amount, one, many)
}

/** The name of what a table holds, several of it. */
export const tableName = (table: string): string => tableNames[table]?.[1] ?? `rows of ${table}`

/** What the list says, by ids. */
export interface ListedSalvage {
  readonly madeAt: string
  readonly madeOffset: number
  readonly setAside: string
  readonly damagedPages: number
  readonly unplacedRows: number
  readonly tables: readonly { readonly table: string; readonly amount: number | null; readonly isLeftOut: boolean }[]
  readonly clients: readonly { readonly id: string | null }[]
  readonly sessions: readonly {
    readonly id: string | null
    readonly clientId: string | null
    readonly serviceStart: string | null
    readonly what: 'session' | 'part'
    readonly parts: readonly string[]
  }[]
  readonly signatures: readonly { readonly sequence: number; readonly sessionId: string | null }[]
}

/** The lists as the text of a file: ids and dates, and nobody's name. */
export const salvageText = (salvages: readonly ListedSalvage[]): string =>
  `${salvages.map((salvage) => linesOf(salvage).join('\n')).join('\n\n')}\n`

function linesOf(salvage: ListedSalvage): string[] {
  const { madeAt, madeOffset, setAside, damagedPages, unplacedRows, tables, clients, sessions, signatures } = salvage
  const unknown = 'unknown'
  return [
    `Salvaged ${recordWords.instant(madeAt, madeOffset)} from ${setAside}`,
    `${countWords(damagedPages, 'damaged page')}, ${countWords(unplacedRows, 'row')} that fit nowhere`,
    '',
    'What could not be read',
    ...tables.map(({ table, amount, isLeftOut }) => `- ${tableWords(table, amount)}${isLeftOut ? ' (left out)' : ''}`),
    ...(clients.length > 0 ? ['', 'Clients whose details are lost'] : []),
    ...clients.map(({ id }) => `- ${id ?? unknown}`),
    ...(sessions.length > 0 ? ['', 'Sessions'] : []),
    ...sessions.map(({ id, clientId, serviceStart, what, parts }) => {
      const lost = what === 'session' ? ['day, length and place', ...parts.map(tableName)] : parts.map(tableName)
      const start = serviceStart === null ? unknown : recordWords.wallTime(serviceStart)
      return `- ${id ?? unknown}, ${start}, client ${clientId ?? unknown}: ${listWords(lost)}`
    }),
    ...(signatures.length > 0 ? ['', 'Signatures'] : []),
    ...signatures.map(({ sequence, sessionId }) => `- ${sequence}, session ${sessionId ?? unknown}`),
  ]
}
