// The result as a table for people, with what must be known of the machine to read it.
import { cpus } from 'node:os'
import type { Line } from './measure.ts'

const milliseconds = (value: number): string =>
  `${value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)} ms`

const times = (value: number): string => `${value >= 10 ? value.toFixed(0) : value.toFixed(2)} ×`

const cells = (line: Line): readonly string[] => [
  line.what,
  line.against,
  milliseconds(line.ours),
  milliseconds(line.bare),
  times(line.ratio.median),
  `${times(line.ratio.least)} to ${times(line.ratio.greatest)}`,
  String(line.rounds),
]

const heads = ['What', 'Against', 'Palpate', 'Bare', 'Ratio', 'From … to', 'Rounds']

/**
 * @param runtime what the app ran in, such as "Electron 45.4.1 (Chromium 152)"
 * @param facts sentences on what is not measured in time
 */
export function report(lines: readonly Line[], runtime: string, facts: readonly string[] = []): string {
  const row = (values: readonly string[]) => `| ${values.join(' | ')} |`
  return [
    '# Benchmarks',
    '',
    'Each line compares Palpate with the barest way to the same result, in the same run, in turn. What counts is the',
    'ratio: times depend on the machine, and on what else it does. Medians of the rounds; no test depends on them.',
    '`npm run bench` measures again and writes this page.',
    '',
    row(heads),
    row(heads.map(() => '---')),
    ...lines.map((line) => row(cells(line))),
    '',
    ...facts.flatMap((fact) => [fact, '']),
    `Measured on ${cpus().length} cores, ${process.platform} ${process.arch}, ${runtime}, Node ${process.versions.node} for the bare queries.`,
    '',
    '- *Start*: from starting the process to the unlock screen, against a window that shows one word.',
    '- *Client list, client*: from asking to the answer, in the services alone and on the screen’s side (bridge, checks,',
    '  process, and back), against a query of the same rows on the same encrypted file without anything around it.',
    '- *Body maps*: every visit’s map and its comparison with the one before, in the services alone, against reading the',
    '  same findings from the same encrypted file and nothing more.',
    '- *Opening a body map*: from asking React for it to a page that is laid out, against the same elements as finished',
    '  HTML. *A frame while drawing*: the slowest in twenty while one long stroke is drawn; 16.7 ms are 60 frames a second.',
    '- *Autosave*: from handing over a section to "committed", against one `UPDATE` and commit with the same guarantees',
    '  (WAL, `synchronous=FULL`) on an encrypted file.',
    '- *The longest save while signatures are verified*: of all that are made one after the other until every signature is',
    '  checked, from handing over to "committed", against the longest of as many when nothing else is asked. *While 2,000 MB are',
    '  backed up*: the same until the copy is made, checked and written to a folder on the same disk.',
    '- *Saving with its history*: handing a section or a stroke over to the services alone, against the same services when',
    '  they keep no versions of the draft.',
    '- *A key*: the slowest in twenty, from the key to the page that is laid out after it, against the same text in an',
    '  element that the browser alone lets edit.',
    '- *Opening a session*: from going there to the note that is laid out, against the same elements as finished HTML.',
    '- *Taking over*: from the button to the text in the sections, against the one question for last time’s note.',
    '- *Patient file*: from "Save PDF" to the file on disk, against the same runtime printing the finished HTML.',
    '',
  ].join('\n')
}
