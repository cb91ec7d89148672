// The four sections of a SOAP note.

export const sectionIds = ['subjective', 'objective', 'assessment', 'plan'] as const
export type SectionId = (typeof sectionIds)[number]

export const isSectionId = (id: string): id is SectionId => (sectionIds as readonly string[]).includes(id)

/** The section's heading, as the field names it. */
export const sectionNames: Readonly<Record<SectionId, string>> = {
  subjective: 'Subjective',
  objective: 'Objective',
  assessment: 'Assessment',
  plan: 'Plan',
}
