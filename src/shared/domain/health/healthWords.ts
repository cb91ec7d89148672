// The words of health, on screen and on paper.
import type { EntryList } from './health.ts'
import type { ReviewKind } from './reviews.ts'
import type { SafetyDecision, SafetyLine } from './safety.ts'

export const meaningNames: Readonly<Record<SafetyLine['meaning'], string>> = {
  'red flag': 'Red flag',
  postpone: 'Postpone',
  'ask the doctor': 'Ask the doctor',
  'avoid the area': 'Avoid',
  caution: 'Caution',
}

export const entryListNames: Readonly<Record<EntryList, string>> = {
  medication: 'Medication',
  allergy: 'Allergies',
  operation: 'Operations and injuries',
  implant: 'Implants',
  'other care': 'Other care now',
}

export const reviewNames: Readonly<Record<ReviewKind, string>> = {
  intake: 'Intake',
  'full review': 'Full review',
  change: 'Something changed',
  'nothing changed': 'Nothing changed',
}

export const decisionNames: Readonly<Record<SafetyDecision, string>> = {
  'go on': 'Treat anyway',
  postponed: 'Postpone',
  cleared: 'The doctor agrees',
  'cleared with limits': 'The doctor agrees, with limits',
  'not cleared': 'The doctor does not agree',
  'not asked yet': 'Not asked yet',
  'known to the doctor': 'The doctor knows about it',
  'advised to see the doctor': 'I advised seeing a doctor',
  'sent to the doctor': 'I sent the client to a doctor',
}
