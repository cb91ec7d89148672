// What happens to a draft before it is sealed: open questions are asked, the answers stored, and confirmed text counted.
import { fieldError } from '#main/appError.ts'
import type { Output } from '#shared/contract/contract.ts'
import type { SessionRecord } from '#shared/contract/sessions.ts'
import { confirmed } from '#shared/domain/note/carried.ts'
import { openQuestions } from '#shared/domain/record/openQuestions.ts'
import { currentSections } from '#shared/domain/record/partText.ts'
import { answerInNote, answerTo, type SignAnswer, type SignQuestion } from '#shared/domain/record/signQuestions.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import type { SessionRow } from '../../database/repositories/sessionRepository.ts'
import { found } from '../../records/found.ts'
import type { Surroundings } from '../services.ts'
import { earlierVisits } from '../../records/earlierVisits.ts'
import { endSpans } from '../../records/endSpans.ts'
import { readSession } from '../../records/session.ts'
import { readDocument, writeDocument } from '../../records/document.ts'

export interface BeforeSigning {
  /** The draft as it is stored. */
  read(session: SessionRow): SessionRecord
  /** The open questions, without those that were answered in the note, and what the draft is compared with. */
  ask(record: SessionRecord): Output<'session:signQuestions'>
  /**
   * Stores the answers with the note and applies them. To be called within the transaction that signs.
   * @throws VALIDATION `unanswered` when a question has no answer, or the one to another number than is open now
   */
  settle(record: SessionRecord, answers: readonly SignAnswer[]): void
}

export function createBeforeSigning(repositories: Repositories, { clock, newId }: Surroundings): BeforeSigning {
  const { sessions, notes, findings, items, timer, signAnswers, signatures } = repositories

  const allQuestions = (record: SessionRecord): Output<'session:signQuestions'> => {
    const last = earlierVisits(repositories, record.id).at(-1)
    const lastSigned = signatures.last()
    const lastSignedAt = lastSigned?.signedAt ?? null
    const lastVisit = last ? currentSections(readSession(repositories, found(sessions.byId(last.id)))) : []
    return {
      questions: openQuestions(record, { lastVisit, lastSignedAt, now: clock.now() }),
      lastVisitAt: last?.serviceStart ?? null,
      lastSignedAt,
      lastSignedOffset: lastSigned?.signedOffset ?? null,
    }
  }

  const ask: BeforeSigning['ask'] = (record) => {
    const all = allQuestions(record)
    const open = all.questions.filter((question) => !answerInNote(question, all.questions, record.signAnswers))
    return { ...all, questions: open }
  }

  const confirm = (sessionId: string, { question, section }: SignQuestion) => {
    if (question === 'unconfirmed text' && section !== null) {
      const stored = notes.section(sessionId, section)
      const document = stored && readDocument(stored)
      if (stored && document) notes.putSection({ ...stored, ...writeDocument(confirmed(document)) })
    }
    if (question === 'unconfirmed findings') {
      const unconfirmed = findings.ofSessions([sessionId]).filter(({ isConfirmed }) => isConfirmed === 0)
      for (const row of unconfirmed) findings.update({ ...row, isConfirmed: 1 })
    }
    if (question === 'unconfirmed items') {
      const rows = items.ofSessions([sessionId])
      items.replace(
        sessionId,
        rows.map((row) => ({ ...row, carriedFrom: null })),
      )
    }
  }

  return {
    read: (session) => readSession(repositories, session),
    ask,
    settle(record, given) {
      const now = clock.now()
      const { questions } = allQuestions(record)
      const answers = questions.map((question) => {
        const answer = answerInNote(question, questions, record.signAnswers) ?? answerTo(question, given)
        if (!answer) throw fieldError('answers', 'unanswered')
        return answer
      })
      for (const answer of answers) if (answer.decision === 'confirmed') confirm(record.id, answer)
      endSpans(timer, record.id, now)
      const rows = answers.map((answer, position) => ({
        ...answer,
        id: newId(),
        sessionId: record.id,
        position,
        answeredAt: now,
      }))
      signAnswers.replace(record.id, rows)
    },
  }
}
