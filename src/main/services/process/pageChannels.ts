// The services' side of the seal: a key for each page; requests are opened, checked, answered, and the answers sealed.
import { checkInput } from '#shared/contract/checkInput.ts'
import { contract, isChannel, sessionWrittenBy, type Channel, type ServiceChannel } from '#shared/contract/contract.ts'
import type { ErrorCode, Result } from '#shared/contract/errors.ts'
import { valueOf } from '#shared/contract/messageText.ts'
import { answerBinding, requestBinding, type SealedRequest } from '#shared/contract/sealing.ts'
import type { PageAnswer, PageId } from './messages.ts'
import { agreeWith, openText, sealText, type PageKey } from './pageSeal.ts'

interface Page {
  readonly key: PageKey
  lastNumber: number
}

/** A request that was opened. */
export interface OpenedRequest {
  /** The checked input, or why it is refused. */
  readonly input: Result<unknown>
  /** Seals the answer for the page that asked. */
  answer(result: Result<unknown>): PageAnswer
}

export interface PageChannels {
  /** Agrees on a key with a page that was just loaded; messages of an older page of the same window are refused. */
  agree(page: PageId, publicKey: Uint8Array): Result<{ publicKey: Uint8Array }>
  forget(page: PageId): void
  /** Opens and checks a request. An answer at once where there is nothing to open. */
  open(page: PageId, channel: string, request: SealedRequest): OpenedRequest | PageAnswer
}

const isServiceChannel = (channel: string): channel is ServiceChannel =>
  isChannel(channel) && contract[channel].answeredBy === 'services'

const refused = (code: ErrorCode): Result<never> => ({ ok: false, error: { code } })

/** No page yet. */
export function makePageChannels(): PageChannels {
  const pages = new Map<PageId, Page>()

  return {
    agree(id, publicKey) {
      try {
        const agreed = agreeWith(publicKey)
        pages.set(id, { key: agreed.key, lastNumber: 0 })
        return { ok: true, data: { publicKey: agreed.publicKey } }
      } catch {
        return refused('VALIDATION')
      }
    },

    forget: (id) => void pages.delete(id),

    open(id, channel, request) {
      const page = pages.get(id)
      if (page === undefined) return { code: null, isOpen: false, reply: { agreeAnew: true } }
      const text = openText(page.key, request.sealed, requestBinding(channel, request))
      // A replayed message, or one by somebody else, is refused.
      if (text === null || request.number <= page.lastNumber || !isServiceChannel(channel)) {
        return { code: 'FORBIDDEN', isOpen: false, reply: refused('FORBIDDEN') }
      }
      page.lastNumber = request.number
      return {
        input: checked(channel, text, request),
        answer(result) {
          const sealed = sealText(page.key, JSON.stringify(result), answerBinding(channel, request.number))
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

const opening: ReadonlySet<Channel> = new Set<Channel>([
  'vault:create',
  'vault:unlock',
  'vault:recover',
  'vault:salvage',
  'vault:readDamaged',
])

const isOpenAfter = (channel: Channel, result: Result<unknown>): boolean =>
  result.ok &&
  (opening.has(channel) || (channel === 'vault:status' && (result.data as { state: string }).state === 'unlocked'))
