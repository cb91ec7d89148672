// The phrases that a practice begins with: our own words, by section. They describe and never diagnose.
import type { PhraseFields } from '#shared/domain/phrase/phrase.ts'
import type { SectionId } from '#shared/domain/note/sections.ts'

type Entry = readonly [abbreviation: string, text: string]

const subjective: readonly Entry[] = [
  [
    'pain',
    '{{side}} {{region}} pain {{0-10}}/10, {{choice: dull|sharp|burning|throbbing|aching}}, {{choice: constant|comes and goes}}.',
  ],
  ['since', 'Began {{when}}, {{choice: gradually|suddenly|after an injury|without a known cause}}.'],
  ['worse', 'Worse with {{choice: sitting|standing|walking|lifting|turning the head|lying}}.'],
  ['eased', 'Eased by {{choice: rest|movement|heat|cold|stretching|changing position}}.'],
  ['better', '{{client.preferredName}} reports feeling better since the last session: {{what is better}}.'],
  ['same', '{{client.preferredName}} reports no change since the last session.'],
  [
    'flare',
    'More {{choice: pain|stiffness|tension}} for {{number of days}} days after {{what happened}}, settled since.',
  ],
  [
    'relief',
    'Relief after the last session lasted {{choice: a few hours|one day|two to three days|a week|until today}}.',
  ],
  ['head', 'Headache {{number}} times a week, from {{side}} {{region}} to {{where}}, {{0-10}}/10 at worst.'],
  ['sleep', 'Sleeps {{number}} hours, {{choice: undisturbed|wakes once|wakes several times|wakes with pain}}.'],
  ['stress', 'Stress {{choice: low|moderate|high}} this week because of {{what}}.'],
  [
    'desk',
    'Sits {{number}} hours a day at a screen; neck and shoulders feel {{choice: tired|tight|sore|stiff}} by evening.',
  ],
  ['morning', 'Stiff in the morning for {{minutes}} minutes, then {{choice: eases|stays the same}}.'],
  [
    'numb',
    '{{choice: Tingling|Numbness|Pins and needles}} in the {{side}} {{region}}, {{choice: constant|at night|with certain positions}}.',
  ],
  ['surgery', 'Surgery on the {{side}} {{region}} on {{date}}; cleared for massage by {{by whom}}.'],
  ['meds', 'Medication: {{choice: unchanged|changed}}. {{details}}'],
  ['nonew', 'No new complaints, injuries, illness or medication since the last session.'],
  ['goal', 'Would like to be able to {{activity}} again without {{choice: pain|stiffness|fear of pain}}.'],
]

const objective: readonly Entry[] = [
  ['tender', '{{side}} {{region}} tender to palpation, {{0-10}}/10.'],
  ['tp', '{{side}} {{region}}: tender point, refers to {{where}} under pressure.'],
  ['tight', '{{side}} {{region}} {{choice: mildly|moderately|markedly}} tense to palpation.'],
  ['band', 'Taut band in the {{side}} {{region}}, {{choice: softens|does not change}} under steady pressure.'],
  [
    'rom',
    '{{side}} {{joint and movement}} {{degrees}}° before, {{degrees}}° after; {{choice: no pain|pain at end of range|pain throughout}}.',
  ],
  [
    'neckrom',
    'Neck rotation right {{degrees}}°, left {{degrees}}°; side bending {{choice: even|less to the right|less to the left}}.',
  ],
  [
    'posture',
    'Standing: {{choice: head forward|shoulders forward|right shoulder higher|left shoulder higher|pelvis tilted|no clear asymmetry}}.',
  ],
  ['gait', 'Walks {{choice: evenly|with a shorter step on the right|with a shorter step on the left|with care}}.'],
  ['swelling', '{{side}} {{region}} {{choice: slightly|clearly}} swollen, skin {{choice: cool|warm|as around it}}.'],
  ['skin', 'Skin over the {{side}} {{region}}: {{choice: intact|dry|bruised|reddened|scarred}}.'],
  [
    'scar',
    'Scar on the {{side}} {{region}}, {{length}} cm, {{choice: mobile|partly mobile|adherent}}, {{choice: not tender|tender}}.',
  ],
  [
    'breath',
    'Breathing {{choice: shallow|into the chest|into the abdomen}} at the start, {{choice: deeper|unchanged}} at the end.',
  ],
  [
    'spasm',
    '{{side}} {{region}}: involuntary tightening under light touch, eased with {{choice: slow pressure|gentle rocking|heat|breathing}}.',
  ],
  ['light', 'Light pressure throughout; {{client.preferredName}} was comfortable.'],
  ['pressure', 'Pressure {{choice: light|medium|firm}} as agreed; asked {{number}} times and adjusted.'],
  ['avoided', 'Left out: {{side}} {{region}}, because of {{reason}}.'],
  [
    'position',
    'Worked {{choice: prone|supine|side-lying|seated}}, with {{choice: pillow under the knees|pillow under the ankles|bolster|no support}}.',
  ],
  [
    'response',
    'Tissue {{choice: softened well|softened a little|did not change}}; {{client.preferredName}} reported {{what}}.',
  ],
]

const assessment: readonly Entry[] = [
  ['good', 'Responded well: pain {{0-10}}/10 before, {{0-10}}/10 after.'],
  ['partly', 'Responded in part: {{what changed}} better, {{what did not}} unchanged.'],
  ['nochange', 'No change within the session; watch until the next visit.'],
  ['trend', 'Over the last {{number}} visits {{choice: steadily better|better with setbacks|unchanged|worse}}.'],
  [
    'load',
    'Tension in the {{region}} goes with {{choice: long sitting|lifting|training|stress|poor sleep}} as described.',
  ],
  ['compare', '{{side}} side tenser than the other; difference {{choice: smaller|the same|larger}} than last time.'],
  ['function', 'Now manages {{activity}} {{choice: without difficulty|with some difficulty|with much difficulty}}.'],
  ['tolerated', 'Tolerated the session well; no unwanted effects reported.'],
  ['sore', 'Tolerated the session; some soreness in the {{region}} to be expected for a day or two.'],
  ['towards', 'Goal “{{goal}}”: {{choice: reached|closer|no closer}}.'],
  ['limits', 'Outside of what massage can judge: {{what}}. Advised to have it looked at by a doctor.'],
]

const plan: readonly Entry[] = [
  ['weekly', 'Once a week for {{number}} weeks, then review.'],
  ['next', 'Next session in {{choice: one week|two weeks|three weeks|four weeks}}; begin with the {{region}}.'],
  ['homework', 'At home: {{exercise}}, {{number}} times, {{choice: once a day|twice a day|three times a week}}.'],
  [
    'stretch',
    'Stretch the {{side}} {{region}}, hold {{choice: 20|30|45|60}} seconds, {{number}} times a day, without pain.',
  ],
  ['heat', '{{choice: Warmth|Cold}} on the {{region}} for {{choice: 10|15|20}} minutes when it is sore.'],
  ['breaks', 'Stand up and move every {{choice: 30|45|60}} minutes at work; set the screen at eye height.'],
  ['water', 'Rest today, drink as usual, no hard training until tomorrow.'],
  ['watch', 'Watch {{what}} and tell at the next session.'],
  ['doctor', 'Asked to see a doctor about {{what}} before the next session.'],
  ['report', 'Report to {{whom}} after session {{number}}, with consent given on {{today}}.'],
  ['goon', 'Go on as planned; no change to technique or pressure.'],
  ['adjust', 'Next time: {{choice: lighter|firmer}} pressure, {{choice: shorter|longer}} on the {{region}}.'],
]

/** For every section. */
const general: readonly Entry[] = [
  ['consent', 'Explained what was planned; {{client.preferredName}} agreed on {{today}}.'],
]

const of = (section: SectionId | null, entries: readonly Entry[]): readonly PhraseFields[] =>
  entries.map(([abbreviation, text]) => ({ abbreviation, section, text }))

/** In the order in which they are listed. */
export const starterPhrases: readonly PhraseFields[] = [
  ...of('subjective', subjective),
  ...of('objective', objective),
  ...of('assessment', assessment),
  ...of('plan', plan),
  ...of(null, general),
]
