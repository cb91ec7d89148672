// Calls every operation of the contract with whatever a page might send: right inputs with wild values, wrong ones, ids that
// exist and that do not. `node tests/faults/fuzz.ts [calls] [seconds] [operation …]`: so many calls of each operation, and no
// longer than so many seconds for one. The shell's own operations need Electron: of them the check of their input is tried.
import { join } from 'node:path'
import fc from 'fast-check'
import { AppError } from '#main/appError.ts'
import { createRepositories } from '#main/database/repositories/repositories.ts'
import { verifyChain } from '#main/services/signing/verifyChain.ts'
import { checkInput } from '#shared/contract/checkInput.ts'
import { channels, contract, type Channel, type ServiceChannel } from '#shared/contract/contract.ts'
import { errorCodes, errorDetails } from '#shared/contract/errors.ts'
import { textOf, valueOf } from '#shared/contract/messageText.ts'
import { makeFuzzedPractice, fuzzedVault } from '../fixtures/fuzzedPractice.ts'
import { messagesFor, type Known } from '../fixtures/fuzzedInputs.ts'
import { copyOver, inTemporaryFolder, type TrialVault } from '../fixtures/trialVault.ts'
import { firstFew, report } from './reporting.ts'

const calls = Number(process.argv[2] ?? 10_000)
const secondsForEach = Number(process.argv[3] ?? 4)
const asked = process.argv.slice(4)
/** No call holds its thread longer, in time of the processor: another program's load is no stall of ours. */
const longestStall = 1000
const chunk = 100

interface Result {
  readonly channel: Channel
  readonly tried: number
  readonly taken: number
  readonly problems: readonly string[]
  readonly longest: number
}

const processorTime = () => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** Sends one message as a page does, and says what is wrong with the answer; null for a right one. */
async function send(vault: TrialVault | null, channel: Channel, message: unknown) {
  const before = processorTime()
  const text = textOf(message)
  const value = text.ok ? valueOf(text.data) : text
  const checked = value.ok ? checkInput(channel, value.data) : value
  const answered = { isTaken: checked.ok, problem: null as string | null, took: processorTime() - before }
  if (!checked.ok) return { ...answered, problem: wrongInRefusal(checked.error) }
  if (vault === null) return answered
  const isShort = contract[channel].job === null
  const start = processorTime()
  try {
    const output: unknown = await vault.call(channel as ServiceChannel, checked.data as never)
    if (!contract[channel].output.safeParse(output).success) answered.problem = 'an answer of another shape'
  } catch (error) {
    answered.isTaken = false
    answered.problem =
      error instanceof AppError ? wrongInRefusal(error.toContract(), error.cause) : `threw ${String(error)}`
  }
  if (isShort) answered.took = Math.max(answered.took, processorTime() - start)
  return answered
}

function wrongInRefusal({ code, details }: { code: string; details?: unknown }, cause?: unknown): string | null {
  if (!(errorCodes as readonly string[]).includes(code)) return `no code of ours: ${code}`
  if (details !== undefined && !errorDetails.safeParse(details).success) return `details of another shape with ${code}`
  return code === 'INTERNAL' ? `INTERNAL: ${cause instanceof Error ? cause.stack?.slice(0, 600) : String(cause)}` : null
}

/** What of the signatures even an erasure leaves as it is. */
const signaturesIn = (vault: TrialVault) =>
  vault
    .database()
    .sqlite.prepare(
      'SELECT sequence, kind, subject_id, signed_at, previous_fingerprint, fingerprint FROM signature ORDER BY sequence',
    )
    .all()
    .map((row) => JSON.stringify(row))

/** What is wrong with the record after all of that. */
async function wrongInRecord(vault: TrialVault, signedBefore: readonly string[]): Promise<string[]> {
  const signedNow = signaturesIn(vault)
  const { intact } = verifyChain(createRepositories(vault.database()))
  const integrity = vault.database().sqlite.pragma('integrity_check', { simple: true })
  const audit = await vault.call('audit:check', {})
  return [
    ...(signedBefore.every((row, index) => signedNow[index] === row) ? [] : ['a signature is not what it was']),
    ...(intact ? [] : ['the record does not verify']),
    ...(integrity === 'ok' ? [] : [String(integrity)]),
    ...(audit.problem === null && audit.missing.length === 0 ? [] : ['the audit log does not fit']),
  ]
}

async function fuzz(channel: Channel, kept: string, here: string, known: Known): Promise<Result> {
  copyOver(kept, here)
  const isServices = contract[channel].answeredBy === 'services'
  const vault = isServices ? fuzzedVault(here) : null
  await vault?.unlock()
  const signedBefore = vault === null ? [] : signaturesIn(vault)
  const messages = messagesFor(contract[channel].input, known)
  const problems: string[] = []
  const seed = Math.floor(Math.random() * 2 ** 31)
  const end = performance.now() + secondsForEach * 1000
  let tried = 0
  let taken = 0
  let longest = 0
  while (tried < calls && performance.now() < end) {
    for (const message of fc.sample(messages, { numRuns: chunk, seed: seed + tried })) {
      // oxlint-disable-next-line no-await-in-loop -- one call after the other, in the same vault
      const { isTaken, problem, took } = await send(vault, channel, message)
      tried += 1
      if (isTaken) taken += 1
      longest = Math.max(longest, took)
      if (took > longestStall) problems.push(`held its thread for ${Math.round(took)} ms`)
      if (problem !== null) problems.push(`${problem} on ${JSON.stringify(message).slice(0, 300)}`)
      if (performance.now() >= end) break
    }
  }
  try {
    if (vault !== null) problems.push(...(await wrongInRecord(vault, signedBefore)))
  } catch (error) {
    problems.push(`afterwards: ${error instanceof Error ? error.stack : String(error)}`)
  }
  vault?.dispatcher.close()
  return { channel, tried, taken, longest, problems: problems.map((problem) => `${problem} (seed ${seed})`) }
}

await inTemporaryFolder(async (place) => {
  const kept = join(place, 'kept')
  const known = await makeFuzzedPractice(join(place, 'here'))
  copyOver(join(place, 'here'), kept)
  for (const by of ['services', 'shell'] as const) {
    const all = channels.filter((channel) => contract[channel].answeredBy === by)
    const results: Result[] = []
    for (const channel of all.filter((name) => asked.length === 0 || asked.includes(name))) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other: they would slow each other down
      const result = await fuzz(channel, kept, join(place, 'here'), known)
      results.push(result)
      if (asked.length > 0 || result.problems.length > 0)
        console.log(`  ${channel}: ${result.taken} of ${result.tried} done, ${firstFew(result.problems)}`)
    }
    if (results.length === 0) continue
    const sum = (of: (result: Result) => number) => results.reduce((total, result) => total + of(result), 0)
    const full = results.filter(({ tried }) => tried >= calls).length
    const fewest = results.toSorted((a, b) => a.tried - b.tried)[0]
    const never = results.filter(({ taken }) => taken === 0).map(({ channel }) => channel)
    if (never.length > 0) console.log(`  every call of these was refused: ${never.join(', ')}`)
    const longest = Math.round(Math.max(...results.map((result) => result.longest)))
    report({
      what:
        by === 'services'
          ? `operations of the services called up to ${calls} times each with anything`
          : `operations of the shell whose input was checked up to ${calls} times each with anything`,
      tried: results.length,
      asItShouldBe: results.filter(({ problems }) => problems.length === 0).length,
      detail: `${sum(({ tried }) => tried)} calls, of which ${sum(({ taken }) => taken)} were taken; ${full} operations had all of theirs, the fewest were ${fewest?.tried} (${fewest?.channel}); the longest held its thread for ${longest} ms`,
    })
  }
})
