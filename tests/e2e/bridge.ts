// The bridge as a page has it, for specs that ask main something that no screen asks, or that fill a vault quickly.
import type { Page } from '@playwright/test'
import type { Bridge, Channel, Input, Output, Result } from '#shared/contract/contract.ts'

/** Asks main over the page's own bridge; the answer as it came. */
export function invoke<C extends Channel>(page: Page, channel: C, input: Input<C>): Promise<Result<Output<C>>> {
  return invokeRaw(page, channel, input) as Promise<Result<Output<C>>>
}

/** The same without the contract's types, for inputs that it forbids. */
export function invokeRaw(page: Page, channel: string, input: unknown): Promise<Result<unknown>> {
  return page.evaluate(
    ([name, value]) => (window as unknown as { palpate: Bridge }).palpate.invoke(name as Channel, value as never),
    [channel, input] as const,
  ) as Promise<Result<unknown>>
}

/** Asks and expects an answer without error. */
export async function ask<C extends Channel>(page: Page, channel: C, input: Input<C>): Promise<Output<C>> {
  const result = await invoke(page, channel, input)
  if (!result.ok) throw new Error(`${channel}: ${result.error.code}`)
  return result.data
}
