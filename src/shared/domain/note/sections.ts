// The four sections of a SOAP note.

export const sectionIds = ['subjective', 'objective', 'assessment', 'plan'] as const
export type SectionId = (typeof sectionIds)[number]

/** The section's heading, as the field names it. */
export const sectionNames: Readonly<Record<SectionId, string>> = {
  subjective: 'Subjective',
  objective: 'Objective',
  assessment: 'Assessment',
  plan: 'Plan',
}
