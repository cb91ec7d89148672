// The templates that a practice begins with: six kinds of session, short prompts with blanks to fill in.
import type { MeasureId } from '../measures.ts'
import type { SectionId } from '../note/sections.ts'

interface FirstTemplate {
  readonly name: string
  readonly lengthMinutes: number
  readonly measures: readonly MeasureId[]
  /** As typed in the settings: a paragraph a line, blanks in double braces. */
  readonly sections: Readonly<Partial<Record<SectionId, readonly string[]>>>
}

export const firstTemplates: readonly FirstTemplate[] = [
  {
    name: 'First visit',
    lengthMinutes: 90,
    measures: ['pain', 'tension', 'sleep', 'stress', 'function'],
    sections: {
      subjective: [
        'Reason for coming: {{reason}}.',
        'Since {{when}}, began with {{cause}}.',
        'Worse with {{what}}, better with {{what}}.',
        'Conditions and medication: {{none known}}.',
        'Goals: {{goals}}.',
      ],
      objective: ['Posture: {{posture}}.', 'Palpation: {{findings}}.', 'Movement: {{movement}}.'],
      assessment: ['Response to the session: {{response}}.'],
      plan: ['Next visit in {{time}}.', 'At home: {{homework}}.'],
    },
  },
  {
    name: 'Follow-up',
    lengthMinutes: 60,
    measures: ['pain', 'tension'],
    sections: {
      subjective: [
        'Since last time: {{choice: better|the same|worse}}.',
        'Homework: {{choice: done|partly|not done}}.',
      ],
      objective: ['Palpation: {{findings}}.'],
      assessment: ['Response to the session: {{response}}.'],
      plan: ['Next visit in {{time}}.'],
    },
  },
  {
    name: 'Post-surgical',
    lengthMinutes: 45,
    measures: ['pain', 'rangeOfMotion', 'sleep'],
    sections: {
      subjective: [
        'Operation: {{operation}} on {{date}}.',
        'Cleared for massage by {{name}}, on {{date}}.',
        'Medication: {{medication}}. Fever, redness or discharge: {{choice: none|yes, postponed}}.',
      ],
      objective: [
        'Scar: {{choice: closed|not closed, left out}}, {{choice: mobile|tethered}}, {{choice: not tender|tender}}.',
        'Swelling: {{choice: none|slight|marked}}.',
        'Movement: {{movement}}.',
      ],
      assessment: ['Tissue response: {{response}}.'],
      plan: ['Next visit in {{time}}.', 'Report to {{name}}: {{choice: not needed|to be sent}}.'],
    },
  },
  {
    name: 'Sports',
    lengthMinutes: 45,
    measures: ['pain', 'tension', 'rangeOfMotion'],
    sections: {
      subjective: [
        'Sport: {{sport}}. {{choice: Before an event|After an event|In training}}, next event {{date}}.',
        'Complaint: {{complaint}}.',
      ],
      objective: ['Palpation: {{findings}}.', 'Movement under load: {{movement}}.'],
      assessment: ['Response to the session: {{response}}.'],
      plan: ['Training until next visit: {{choice: as usual|reduced|paused}}.', 'At home: {{homework}}.'],
    },
  },
  {
    name: 'Headache',
    lengthMinutes: 60,
    measures: ['pain', 'tension', 'sleep', 'stress'],
    sections: {
      subjective: [
        'Where: {{side}} {{region}}. How often: {{number}} a week, for {{time}} each.',
        'Comes with {{what}}; triggered by {{what}}; eased by {{what}}.',
        'Sudden and worst ever, after a blow, with fever, or with changes of sight or speech: {{choice: no|yes, referred}}.',
      ],
      objective: ['Neck, jaw and scalp: {{findings}}.', 'Neck rotation: {{movement}}.'],
      assessment: ['Response to the session: {{response}}.'],
      plan: ['Headache diary: {{choice: kept|to begin}}.', 'Next visit in {{time}}.'],
    },
  },
  {
    name: 'On-site chair',
    lengthMinutes: 20,
    measures: ['tension'],
    sections: {
      subjective: ['Feels {{where}}. Asked for injuries, medication and pregnancy: {{nothing to report}}.'],
      objective: ['Chair massage over clothing: {{areas}}, pressure {{choice: light|medium|firm}}.'],
      assessment: ['Left feeling {{response}}.'],
    },
  },
]
