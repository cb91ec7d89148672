// How hard a passphrase is to guess. The estimator and its lists of common passwords are loaded when first needed.
import type { ZxcvbnFactory } from '@zxcvbn-ts/core'

/** From 0, guessed at once, to 4. */
export type Strength = 0 | 1 | 2 | 3 | 4

export const strengthWords: Readonly<Record<Strength, string>> = {
  0: 'Very weak: guessed at once',
  1: 'Weak: guessed quickly',
  2: 'Fair: a few more words make it strong',
  3: 'Good',
  4: 'Strong',
}

/** Longer texts are as strong as their beginning: estimating takes long on very long ones. */
const longestEstimated = 100

let estimator: Promise<ZxcvbnFactory> | undefined

async function loadEstimator(): Promise<ZxcvbnFactory> {
  const [core, common] = await Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common')])
  return new core.ZxcvbnFactory({ dictionary: common.dictionary, graphs: common.adjacencyGraphs })
}

/**
 * Estimates a passphrase.
 * @param known words that an attacker would try first, such as the practice's name
 */
export async function passphraseStrength(passphrase: string, known: readonly string[]): Promise<Strength> {
  estimator ??= loadEstimator()
  const words = known.flatMap((text) => [text, ...text.split(/\s+/u)]).filter((word) => word.length > 2)
  return (await estimator).check(passphrase.slice(0, longestEstimated), words).score
}
