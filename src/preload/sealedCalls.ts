// The page's side of the seal: calls to the services leave the page sealed, and in the order of calling.
import type { Result } from '#shared/contract/errors.ts'
import {
  agreeChannel,
  agreedKey,
  answerBinding,
  newAgreementKeys,
  requestBinding,
  seal,
  unseal,
  type ChannelKey,
  type PageReply,
  type SealedRequest,
} from '#shared/contract/sealing.ts'

type Send = (channel: string, message: unknown) => Promise<unknown>

export interface SealedCalls {
  /**
   * Calls the services.
   * @param text the input as JSON
   * @param sessionId the session that it writes in, as far as that is known before the input is validated
   */
  ask(channel: string, text: string, sessionId: string | null): Promise<Result<unknown>>
  /** Sends a message as it is, after every earlier call. */
  pass(channel: string, message: string): Promise<unknown>
}

const failed: Result<never> = { ok: false, error: { code: 'INTERNAL' } }

/**
 * @param send carries a message to main and its answer back
 * @param onFailure receives what made a call fail that never reached the services, or whose answer could not be opened
 */
export function makeSealedCalls(send: Send, onFailure: (channel: string, error: unknown) => void): SealedCalls {
  let agreement: Promise<ChannelKey> | null = null
  let count = 0
  // Sealing takes a moment, longer for a long message: earlier calls still leave first.
  let last: Promise<unknown> = Promise.resolve()

  const inTurn = <T>(prepare: () => T | Promise<T>): Promise<T> => {
    const mine = last.then(prepare)
    last = mine.catch(() => undefined)
    return mine
  }

  async function agree(): Promise<ChannelKey> {
    const own = await newAgreementKeys()
    const answer = (await send(agreeChannel, own.publicKey)) as Result<{ publicKey: Uint8Array }>
    if (!answer.ok) throw new Error(answer.error.code)
    const { publicKey } = answer.data
    return agreedKey(own, publicKey, [own.publicKey, publicKey])
  }

  /** The key of this page, agreed on with its first call. */
  function keyNow(): Promise<ChannelKey> {
    const started = (agreement ??= agree())
    started.catch(() => {
      if (agreement === started) agreement = null
    })
    return started
  }

  async function once(channel: string, text: string, sessionId: string | null) {
    const { agreed, key, request } = await inTurn(async () => {
      const agreedNow = keyNow()
      const keyOfNow = await agreedNow
      const header = { number: (count += 1), sessionId }
      const sealed = await seal(keyOfNow, text, requestBinding(channel, header))
      return { agreed: agreedNow, key: keyOfNow, request: { ...header, sealed } satisfies SealedRequest }
    })
    const reply = (await send(channel, request)) as PageReply
    if ('sealed' in reply) {
      return JSON.parse(await unseal(key, reply.sealed, answerBinding(channel, request.number))) as Result<unknown>
    }
    if ('ok' in reply) return reply
    if (agreement === agreed) agreement = null
    return null
  }

  return {
    async ask(channel, text, sessionId) {
      try {
        // The services were restarted: nothing was done, so the call is repeated once under a new key.
        const result = (await once(channel, text, sessionId)) ?? (await once(channel, text, sessionId))
        if (result !== null) return result
        throw new Error('the services have restarted twice')
      } catch (error) {
        onFailure(channel, error)
        return failed
      }
    },
    pass: async (channel, message) => send(channel, await inTurn(() => message)),
  }
}
