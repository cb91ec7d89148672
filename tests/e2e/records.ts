// Clients and sessions made over the bridge, for specs about what comes after them.
import type { Page } from '@playwright/test'
import { plainFinding, type Finding } from '#shared/domain/bodymap/finding.ts'
import { emptyClient, type ClientFields } from '#shared/domain/client.ts'
import { entryLists, type GivenHealth } from '#shared/domain/health/health.ts'
import type { NoteDocument } from '#shared/domain/note/document.ts'
import { documentFromText } from '#shared/domain/note/plainText.ts'
import type { SectionId } from '#shared/domain/note/sections.ts'
import { ask } from './bridge.ts'

export const addClient = async (page: Page, fields: Partial<ClientFields>): Promise<string> =>
  (await ask(page, 'client:create', { fields: { ...emptyClient, ...fields } })).id

export interface SessionPlan {
  /** `YYYY-MM-DDTHH:mm` */
  readonly start: string
  readonly sections?: Partial<Record<SectionId, string | NoteDocument>>
  readonly findings?: readonly Partial<Finding>[]
  readonly pain?: readonly [before: number, after: number]
  readonly visitAddress?: string
  /** Makes it a late entry. */
  readonly lateReason?: string
  readonly signed?: 'signed' | 'draft'
}

const someFinding = (sessionId: string, change: Partial<Finding>): Finding => ({
  ...plainFinding({
    regionId: 'shoulder.upper-trapezius.right',
    kind: 'trigger-point',
    severity: 7,
    phase: 'before',
    view: 'posterior',
  }),
  id: crypto.randomUUID(),
  sessionId,
  ...change,
})

function startSession(page: Page, clientId: string, { start, lateReason }: SessionPlan) {
  if (lateReason === undefined) return ask(page, 'session:start', { clientId, serviceStart: start })
  const details = { serviceStart: start, lengthMinutes: 60, place: 'practice', visitAddress: '' } as const
  return ask(page, 'session:startLate', { clientId, details, reason: lateReason })
}

/** Makes a session as planned, signed unless it is to stay a draft. Returns its id. */
export async function addSession(page: Page, clientId: string, plan: SessionPlan): Promise<string> {
  const { id } = await startSession(page, clientId, plan)
  for (const [section, text] of Object.entries(plan.sections ?? {}) as [SectionId, string | NoteDocument][]) {
    const document = typeof text === 'string' ? documentFromText(text) : text
    await ask(page, 'session:saveSection', { id, section, document })
  }
  for (const change of plan.findings ?? []) await ask(page, 'finding:put', { finding: someFinding(id, change) })
  if (plan.pain) await ask(page, 'session:savePain', { id, painBefore: plan.pain[0], painAfter: plan.pain[1] })
  if (plan.visitAddress !== undefined) {
    const { details } = await ask(page, 'session:get', { id })
    const visit = { ...details, place: 'visit', visitAddress: plan.visitAddress } as const
    await ask(page, 'session:saveDetails', { id, details: visit })
  }
  if (plan.signed !== 'draft') await signOverBridge(page, id)
  return id
}

/** Signs a session over the bridge; what is asked before is left as it stands. */
export async function signOverBridge(page: Page, id: string): Promise<void> {
  const { questions } = await ask(page, 'session:signQuestions', { id })
  await ask(page, 'session:sign', { id, answers: questions.map((question) => ({ ...question, decision: 'left' })) })
}

/** What the client says about their health: something of each weight, and one of each list. */
const intake: GivenHealth = {
  answers: ['signs.no-better', 'cancer.now', 'heart.varicose', 'heart.high-pressure', 'today.fever'].map(
    (questionId) => ({
      questionId,
      answer: questionId === 'today.fever' ? 'no' : 'yes',
      since: '2019',
      remark: 'tender in the evening, after a long day at work',
      regionIds: questionId === 'heart.varicose' ? ['leg.medial-gastrocnemius.left', 'leg.soleus.left'] : [],
    }),
  ),
  entries: entryLists.map((list) => ({
    id: crypto.randomUUID(),
    list,
    name: `Maren’s ${list} with a name as long as it comes`,
    detail: 'after the operation on the left knee',
    since: '2021',
    effect: list === 'medication' ? 'bruises easily' : 'none',
    regionIds: list === 'implant' ? ['knee.cap.left'] : [],
  })),
  pregnancyWeeks: null,
  earlierMassage: 'Once, after a fall',
  preferences: { pressure: 3, position: 'no face cradle', warmth: 'table warm', sound: 'quiet', oil: '', comfort: '' },
}

/** Stores an intake with all of that, asked at a session. */
export const addIntake = async (page: Page, clientId: string, atVisit: string | null): Promise<void> =>
  void (await ask(page, 'health:save', {
    clientId,
    kind: 'intake',
    previousId: null,
    atVisit,
    isShort: false,
    health: intake,
  }))
