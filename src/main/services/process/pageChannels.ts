// The services' side of the seal: a key for each page, and what a page asks opened, checked, answered and sealed again.
import { checkInput } from '#shared/contract/checkInput.ts'
import { serviceChannels, type Channel, type ServiceChannel } from '#shared/contract/contract.ts'
import type { ErrorCode, Result } from '#shared/contract/errors.ts'
import { valueOf } from '#shared/contract/messageText.ts'
import {
  agreedKey,
  answerBinding,
  newAgreementKeys,
  requestBinding,
  seal,
  unseal,
  type ChannelKey,
  type SealedRequest,
} from '#shared/contract/sealing.ts'
import { sessionWrittenBy } from '#shared/contract/sessionWrites.ts'
import type { PageAnswer, PageId } from './messages.ts'

interface Page {
  readonly key: ChannelKey
  lastNumber: number
}

/** A request that was opened. */
export interface OpenedRequest {
  /** The checked input, or why it is refused. */
  readonly input: Result<unknown>
  /** Seals the answer for the page that asked. */
  answer(result: Result<unknown>): Promise<PageAnswer>
}

export interface PageChannels {
  /** Agrees on a key with a page that was just loaded; an older page of the same window is no longer heard. */
  agree(page: PageId, publicKey: Uint8Array): Promise<Result<{ publicKey: Uint8Array }>>
  forget(page: PageId): void
  /** Opens and checks a request. An answer at once where there is nothing to open. */
  open(page: PageId, channel: string, request: SealedRequest): Promise<OpenedRequest | PageAnswer>
}

const knownChannels: ReadonlySet<string> = new Set(serviceChannels)
const isServiceChannel = (channel: string): channel is ServiceChannel => knownChannels.has(channel)

const refused = (code: ErrorCode): Result<never> => ({ ok: false, error: { code } })

/** No page yet. */
export function makePageChannels(): PageChannels {
  const pages = new Map<PageId, Page>()

  return {
    async agree(id, publicKey) {
      try {
        const own = await newAgreementKeys()
        pages.set(id, { key: await agreedKey(own, publicKey, [publicKey, own.publicKey]), lastNumber: 0 })
        return { ok: true, data: { publicKey: own.publicKey } }
      } catch {
        return refused('VALIDATION')
      }
    },

    forget: (id) => void pages.delete(id),

    async open(id, channel, request) {
      const page = pages.get(id)
      if (page === undefined) return { code: null, isOpen: false, reply: { agreeAnew: true } }
      const text = await unseal(page.key, request.sealed, requestBinding(channel, request)).catch(() => null)
      // A message that was said before, or by somebody else, is not taken.
      if (text === null || request.number <= page.lastNumber || !isServiceChannel(channel)) {
        return { code: 'FORBIDDEN', isOpen: false, reply: refused('FORBIDDEN') }
      }
      page.lastNumber = request.number
      return {
        input: checked(channel, text, request),
        async answer(result) {
          const sealed = await seal(page.key, JSON.stringify(result), answerBinding(channel, request.number))
          return { code: result.ok ? null : result.error.code, isOpen: isOpenAfter(channel, result), reply: { sealed } }
        },
      }
    },
  }
}

function checked(channel: ServiceChannel, text: string, { sessionId }: SealedRequest): Result<unknown> {
  const value = valueOf(text)
  const input = value.ok ? checkInput(channel, value.data) : value
  // Main has let the message pass for this session.
  return input.ok && sessionWrittenBy(channel, input.data) !== sessionId ? refused('FORBIDDEN') : input
}

const opening: ReadonlySet<Channel> = new Set<Channel>(['vault:create', 'vault:unlock', 'vault:recover'])

const isOpenAfter = (channel: Channel, result: Result<unknown>): boolean =>
  result.ok &&
  (opening.has(channel) || (channel === 'vault:status' && (result.data as { state: string }).state === 'unlocked'))
