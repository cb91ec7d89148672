// How the after phase and a new visit begin: from the earlier findings, without asking twice.
import type { Finding } from './finding.ts'

/**
 * The after-finding that continues a before-finding: the same in everything, as it stood before, until the therapist
 * records a change. It is an observation of its own, hence confirmed and not carried over.
 * @param before a finding of the phase "before" that was not checked again yet
 * @param id a new id
 */
export const afterOf = (before: Finding, id: string): Finding => ({
  ...before,
  id,
  phase: 'after',
  continuesId: before.id,
  carriedFromId: null,
  isConfirmed: true,
})

/**
 * A finding taken over from an earlier visit ("Same as last visit"): the before-finding of a new session, visibly
 * unconfirmed until the therapist confirms that it is still true.
 * @param finding as it stood at the end of the earlier visit, of either phase
 * @param sessionId the session that takes it over
 * @param newId a new id
 */
export const carriedFrom = (finding: Finding, sessionId: string, newId: string): Finding => ({
  ...finding,
  id: newId,
  sessionId,
  phase: 'before',
  continuesId: null,
  carriedFromId: finding.id,
  isConfirmed: false,
})
