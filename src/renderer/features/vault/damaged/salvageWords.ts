// What a salvage is doing, in words.
import type { JobProgress } from '#shared/contract/jobs.ts'

const words: Readonly<Record<string, string>> = {
  reading: 'Reading the file page by page',
  completing: 'Writing down what is missing',
  checking: 'Checking the new file',
}

/** @param progress null before the first report */
export const salvageStageWords = (progress: Pick<JobProgress, 'stage'> | null): string =>
  words[progress?.stage ?? 'reading'] ?? ''
