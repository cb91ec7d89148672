// How hard a passphrase is to guess: one estimate for the strength meter, the warning about a weak one, and main.
import type { ZxcvbnFactory } from '@zxcvbn-ts/core'

/** From 0, guessed at once, to 4. */
export type Strength = 0 | 1 | 2 | 3 | 4

/** Whether a passphrase of that strength is accepted only after a warning. */
export const isWeak = (strength: Strength): boolean => strength < 2

export interface PassphraseEstimate {
  readonly strength: Strength
  /** How many guesses an attacker needs who knows how people choose passwords. */
  readonly guesses: number
  /** The estimator's word for what makes it weak, such as `sequences`; null where it has none. */
  readonly weakness: string | null
}

/** Longer texts count as strong as their beginning: estimating takes long on very long ones. */
const longestEstimated = 100

let estimator: Promise<ZxcvbnFactory> | undefined

// Loaded when first needed: its lists of common passwords are larger than everything else that the services load.
async function loadEstimator(): Promise<ZxcvbnFactory> {
  const [core, common] = await Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common')])
  return new core.ZxcvbnFactory({ dictionary: common.dictionary, graphs: common.adjacencyGraphs })
}

/**
 * Estimates a passphrase.
 * @param known words that an attacker would try first, such as the practice's name
 */
export async function estimatePassphrase(passphrase: string, known: readonly string[]): Promise<PassphraseEstimate> {
  estimator ??= loadEstimator()
  const words = known.flatMap((text) => [text, ...text.split(/\s+/u)]).filter((word) => word.length > 2)
  const { score, guesses, feedback } = (await estimator).check(passphrase.slice(0, longestEstimated), words)
  return { strength: score, guesses, weakness: feedback.warning }
}

/** The strength alone. */
export const passphraseStrength = async (passphrase: string, known: readonly string[]): Promise<Strength> =>
  (await estimatePassphrase(passphrase, known)).strength
