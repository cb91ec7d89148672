// What one operation of the contract is.
import type { z } from 'zod'

/**
 * One thing that the renderer can ask for: its strict input, its output, and who answers.
 * `services` runs in a process of its own with the database; `shell` runs in the main process with Electron.
 */
export interface Operation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly input: I
  readonly output: O
  readonly handledBy: 'services' | 'shell'
}

export const service = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) =>
  ({ input, output, handledBy: 'services' }) as const satisfies Operation

export const shell = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) =>
  ({ input, output, handledBy: 'shell' }) as const satisfies Operation
