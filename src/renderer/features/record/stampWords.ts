// Time stamps in words: what each proves, and what is wrong with one that was not taken.
import type { StampRecord } from '#shared/contract/record.ts'
import { stampProblems, type StampProblem } from '#shared/domain/record/chainSeal.ts'
import { instantWordsToTheSecond } from '#renderer/ui/dateWords.ts'

const problems: Readonly<Record<StampProblem, string>> = {
  foreign: 'This is neither an authority’s answer (.tsr) nor a proof of OpenTimestamps (.ots).',
  damaged: 'The file breaks off, or is damaged.',
  refused: 'The authority did not stamp what it was sent. Ask it again, or ask another one.',
  'other seal': 'It stamps something that isn’t a seal of this vault.',
  'wrong nonce': 'It is not the answer to a request of this vault.',
  'no certificate': 'The authority’s certificate is not in it. Ask again with the request as Palpate saves it.',
  'not for stamping': 'The certificate that signed it is not meant for time stamps.',
  'bad signature': 'Its signature is not valid: it was changed, or made up.',
  'unknown algorithm': 'It is made in a way that this version of Palpate cannot check.',
  pending: 'It is not in a block yet. Upgrade it in some hours (“ots upgrade”), then read it again.',
}

const isProblem = (code: string): code is StampProblem => (stampProblems as readonly string[]).includes(code)

/** What is wrong with a time stamp, by its code with spaces or underscores; null for a code of something else. */
export function stampProblemWords(code: string | undefined): string | null {
  const problem = code?.replaceAll('_', ' ') ?? ''
  return isProblem(problem) ? problems[problem] : null
}

const certificates: Readonly<Record<NonNullable<StampRecord['certificate']>, string | null>> = {
  valid: null,
  'expired since': 'The signer’s certificate has expired since; it was valid at the time of signing.',
  'not valid then': 'The signer’s certificate was not valid at that time: this stamp proves little.',
}

/** What a time stamp proves, in sentences. */
export function stampWords(stamp: StampRecord): { title: string; lines: readonly string[] } {
  const problem = stampProblemWords(stamp.problem ?? undefined)
  if (problem !== null) return { title: `Of signature ${stamp.sequence}: no longer valid`, lines: [problem] }
  if (stamp.kind === 'opentimestamps') {
    return {
      title: `Signature ${stamp.sequence} and all before it: OpenTimestamps`,
      lines: stamp.blocks.map(
        ({ height, merkleRoot }) =>
          `They existed before block ${height} of Bitcoin, if that block’s Merkle root is ${merkleRoot}. Compare it in any block explorer.`,
      ),
    }
  }
  const { statedAt, signer, root, certificate } = stamp
  return {
    title: `Signature ${stamp.sequence} and all before it: ${instantWordsToTheSecond(statedAt ?? '', null)}`,
    lines: [
      `They existed at that time, says ${signer}.`,
      `Whether to trust it depends on its topmost certificate, ${root?.name}. Compare that one’s fingerprint (SHA-256) with what the authority publishes: ${root?.fingerprint}`,
      certificate === null ? null : certificates[certificate],
    ].filter((line) => line !== null),
  }
}
