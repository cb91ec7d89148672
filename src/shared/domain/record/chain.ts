// The problems that the practice's chain of signatures can have.

export const chainProblems = [
  'sequence', // a link is missing before it, or it was moved
  'previous', // it does not continue the link before it
  'version', // its canonical form is not known to this version of the app
  'missing', // what it signed is no longer there
  'fingerprint', // what it signed, or the signature itself, was changed
  'plain text', // the text that lists and searches show is not the signed document's
] as const
export type ChainProblem = (typeof chainProblems)[number]
