// How a trial reports its result: a line for each kind of fault. `npm run faults` gathers them in a table.

/** What came of one kind of fault. */
export interface Outcome {
  readonly what: string
  readonly tried: number
  /** How often it ended as it should. */
  readonly asItShouldBe: number
  /** Anything that the counts leave out. */
  readonly detail?: string
}

/** Prints the line of one kind, and makes the process end with 1 when something was not as it should be. */
export function report({ what, tried, asItShouldBe, detail = '' }: Outcome): void {
  const isFine = tried > 0 && asItShouldBe === tried
  if (!isFine) process.exitCode = 1
  console.log(`${isFine ? '✓' : '✗'} ${what}: ${asItShouldBe} of ${tried}${detail && `; ${detail}`}`)
}

/** Reads such a line; null for any other. */
export function readOutcome(line: string): Outcome | null {
  const [, what, asItShouldBe, tried, detail] = /^[✓✗] (.+?): (\d+) of (\d+)(?:; (.*))?$/.exec(line) ?? []
  if (what === undefined) return null
  return { what, tried: Number(tried), asItShouldBe: Number(asItShouldBe), ...(detail !== undefined && { detail }) }
}

/** Prints that a kind can't be tried on this machine, and why. */
export const reportSkipped = (what: string, why: string) => console.log(`- ${what}: skipped, ${why}`)

/** Reads such a line; null for any other. */
export function readSkipped(line: string): { what: string; why: string } | null {
  const [, what, why] = /^- (.+?): skipped, (.*)$/.exec(line) ?? []
  return what === undefined || why === undefined ? null : { what, why }
}

/** What was not as it should be, the first few, so that it can be looked into. */
export const firstFew = (lines: readonly string[]): string =>
  lines.length === 0 ? '' : lines.slice(0, 5).join(' | ') + (lines.length > 5 ? ` | and ${lines.length - 5} more` : '')
