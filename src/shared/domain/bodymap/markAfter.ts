// How the after phase and a new visit begin: from what was found before, without asking twice.
import type { Finding } from './finding.ts'

/**
 * The after-finding that continues a before-finding: the same in everything, as it stood before, until the therapist
 * says what changed. Its own look, hence confirmed and not carried over.
 * @param before a finding of the phase "before" that was not looked at again yet
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
 * unconfirmed until the therapist says that it still holds.
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
