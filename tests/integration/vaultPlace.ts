// A place for a vault in a temporary folder, with a clock that stands still and an Argon2id that costs nothing.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { AppError } from '#main/appError.ts'
import { createServices } from '#main/services/createServices.ts'
import type { Surroundings } from '#main/services/services.ts'
import { createDispatcher, type Dispatcher, type DispatcherOptions } from '#main/services/thread/dispatcher.ts'
import { realSurroundings } from '#main/services/thread/surroundings.ts'
import { vaultFiles } from '#main/vault/vaultFolder.ts'
import type { ErrorCode, ErrorDetails } from '#shared/contract/errors.ts'
import type { VaultStatus } from '#shared/contract/vault.ts'

export const passphrase = 'correct horse battery'
export const cheapCost = { memoryKiB: 64, iterations: 1, parallelism: 1 }
export const practiceFields = {
  name: 'Quiet Hands',
  therapistName: 'Rosa Lind',
  credentials: 'LMT',
  licenceNumber: 'MA 4711',
  address: '1 Elm Street',
  phone: '555 0100',
}

export interface SteeredClock {
  readonly surroundings: Surroundings
  /** Moves the clock, also backwards. */
  pass(seconds: number): void
}

/** Surroundings whose clock moves only when told to. */
export function steeredSurroundings(): SteeredClock {
  let now = Date.parse('2026-11-23T09:00:00.000Z')
  return {
    surroundings: {
      ...realSurroundings(),
      clock: { now: () => new Date(now).toISOString(), wallNow: () => new Date(now).toISOString().slice(0, 16) },
      randomBytes: (count) => randomBytes(count),
    },
    pass(seconds) {
      now += seconds * 1000
    },
  }
}

/** A new temporary folder, removed after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'palpate-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A vault's place and shorthands for what tests do in it. `restart` gives a new dispatcher, as a new start does. */
export function makeVaultPlace(options: Partial<DispatcherOptions> = {}) {
  const folder = options.folder ?? join(temporaryFolder(), 'vault')
  const clock = steeredSurroundings()
  const start = () => {
    const dispatcher = createDispatcher({
      surroundings: clock.surroundings,
      cost: cheapCost,
      makeServices: createServices,
      ...options,
      folder,
    })
    onTestFinished(() => dispatcher.close())
    return withShorthands(dispatcher)
  }
  return { folder, files: vaultFiles(folder), clock, restart: start, ...start() }
}

const withShorthands = (dispatcher: Dispatcher) => ({
  dispatcher,
  status: () => dispatcher.dispatch('vault:status', {}) as Promise<VaultStatus>,
  create: () =>
    dispatcher.dispatch('vault:create', { practice: practiceFields, passphrase }) as Promise<{ recoveryCode: string }>,
  unlock: (tried: string = passphrase) => dispatcher.dispatch('vault:unlock', { passphrase: tried }),
  recover: (recoveryCode: string, newPassphrase = 'another passphrase') =>
    dispatcher.dispatch('vault:recover', { recoveryCode, newPassphrase }),
})

/** Waits for a refusal with this code, and these details where they are given. */
export async function expectCode(refused: Promise<unknown>, code: ErrorCode, details?: ErrorDetails): Promise<void> {
  const error = await refused.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(AppError)
  expect((error as AppError).code).toBe(code)
  if (details !== undefined) expect((error as AppError).details).toEqual(details)
}
