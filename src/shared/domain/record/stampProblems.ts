// The problems that a time stamp can have when it is imported.

export const stampProblems = [
  'foreign', // neither an authority's answer nor a proof of OpenTimestamps
  'damaged', // it breaks off, or says what it cannot
  'refused', // the authority did not stamp what it was asked to
  'other seal', // it stamps something that is no seal of this vault
  'wrong nonce', // it answers another request
  'no certificate', // the certificate that signed it did not come along
  'not for stamping', // that certificate must not sign time stamps
  'bad signature', // its signature is not the certificate's
  'unknown algorithm', // this version of the app cannot check it
  'pending', // a proof that leads to no block yet: it has to be upgraded first
] as const
export type StampProblem = (typeof stampProblems)[number]

/** The problem of a time stamp. */
export class StampError extends Error {
  readonly problem: StampProblem

  constructor(problem: StampProblem) {
    super(problem)
    this.name = 'StampError'
    this.problem = problem
  }
}
