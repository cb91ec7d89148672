// Makes the entries of the audit log that the contract states, for every operation on the database.
import { contract, type Channel } from '#shared/contract/contract.ts'
import type { Audited } from '#shared/contract/operation.ts'
import type { Steps } from '../../jobs/jobs.ts'
import type { AuditRecorder } from './recorder.ts'

type Handler = (input: unknown) => unknown
type Rule = Audited<unknown, unknown>

/**
 * The same handlers. One that writes makes its entry in the same transaction: both or neither. One that shows a record makes
 * its entry before the answer leaves.
 */
export function withAudit<H extends Partial<Record<Channel, unknown>>>(handlers: H, recorder: AuditRecorder): H {
  const writing = (rule: Rule, handle: Handler): Handler =>
    function write(input) {
      // Before it is done: what is erased has a client only now.
      const known = rule.of(input)
      const due = recorder.due(rule.act, known)
      if (known.length > 0 && due.length === 0) return handle(input)
      return recorder.record(() => {
        const answer = handle(input)
        return { answer, entries: [...recorder.withClients(due), ...recorder.due(rule.act, rule.made(answer))] }
      })
    }

  /** A job changes at its end. */
  const writingInSteps = (rule: Rule, handle: Handler): Handler =>
    function* write(input) {
      const due = recorder.due(rule.act, rule.of(input))
      const answer = yield* handle(input) as Steps<unknown>
      return recorder.record(() => ({
        answer,
        entries: [...recorder.withClients(due), ...recorder.due(rule.act, rule.made(answer))],
      }))
    }

  const showing = (rule: Rule, input: unknown, answer: unknown) =>
    recorder.recordLater(recorder.due(rule.act, [...rule.of(input), ...rule.made(answer)]))

  const reading = (rule: Rule, handle: Handler): Handler =>
    function read(input) {
      const answer = handle(input)
      showing(rule, input, answer)
      return answer
    }

  const readingInSteps = (rule: Rule, handle: Handler): Handler =>
    function* read(input) {
      const answer = yield* handle(input) as Steps<unknown>
      showing(rule, input, answer)
      return answer
    }

  const audited = (channel: Channel, handle: Handler): Handler => {
    const { audit, effect, job } = contract[channel]
    if (audit?.act == null) return handle
    const rule = audit as Rule
    if (effect !== 'read') return job === null ? writing(rule, handle) : writingInSteps(rule, handle)
    return job === null ? reading(rule, handle) : readingInSteps(rule, handle)
  }

  const entries = Object.entries(handlers) as [Channel, Handler][]
  return Object.fromEntries(entries.map(([channel, handle]) => [channel, audited(channel, handle)])) as H
}
