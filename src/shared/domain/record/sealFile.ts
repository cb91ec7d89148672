// A seal as a file of its own: in words, or as JSON. Only its line counts; the rest explains it to people.

/** The content of a seal's file. */
interface SealFacts {
  readonly line: string
  readonly sequence: number
  readonly signedAt: string
  readonly fingerprint: string
  readonly madeAt: string
  readonly key: string
}

/** A seal in words, with the line that carries it. Times are UTC; lines end with a line feed. */
export const sealAsText = ({ line, sequence, signedAt, fingerprint, madeAt, key }: SealFacts): string =>
  [
    'A seal of a Palpate record',
    '',
    `Signature ${sequence} of the record, made ${signedAt}`,
    `Fingerprint (SHA-256) ${fingerprint}`,
    `Sealed ${madeAt} with the vault's key ${key}`,
    '',
    'The line below carries the seal. In Palpate, "Check a seal" in the settings tells whether the record still has it.',
    '',
    line,
    '',
  ].join('\n')

/** The same as JSON. */
export const sealAsJson = ({ line, sequence, signedAt, fingerprint, madeAt, key }: SealFacts): string =>
  `${JSON.stringify({ format: 'palpate-seal', version: 1, sequence, signedAt, fingerprint, madeAt, key, line }, null, 2)}\n`
