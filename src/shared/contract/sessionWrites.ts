// Which operations read, which write in a session (and in which), and which write elsewhere. Every operation of the
// services is in one of the three; a test holds that.
import type { Input, ServiceChannel } from './contract.ts'

type SessionOf = { readonly [C in ServiceChannel]?: (input: Input<C>) => string }

const byId = ({ id }: { id: string }) => id
const bySessionId = ({ sessionId }: { sessionId: string }) => sessionId

/** The session in which an operation writes, from its input. */
export const sessionWrites = {
  'addendum:discardDraft': bySessionId,
  'addendum:saveDraft': bySessionId,
  'addendum:sign': bySessionId,
  'bin:remove': byId,
  'finding:put': ({ finding }) => finding.sessionId,
  'finding:remove': bySessionId,
  'history:restore': bySessionId,
  'noGo:answer': ({ answer }) => answer.sessionId,
  'session:discard': byId,
  'session:restore': byId,
  'session:saveDetails': byId,
  'session:saveItems': byId,
  'session:saveMeasures': byId,
  'session:savePain': byId,
  'session:savePrivateRemark': byId,
  'session:saveSection': byId,
  'session:sign': byId,
  'stroke:put': ({ stroke }) => stroke.sessionId,
  'stroke:remove': bySessionId,
  'timer:put': bySessionId,
  'timer:remove': bySessionId,
  'treatedArea:put': ({ area }) => area.sessionId,
  'treatedArea:remove': bySessionId,
} as const satisfies SessionOf

/** Operations that change nothing. */
export const reads: ReadonlySet<ServiceChannel> = new Set<ServiceChannel>([
  'bin:list',
  'bodymap:lastVisit',
  'bodymap:visits',
  'client:get',
  'client:list',
  'client:probableDuplicates',
  'history:get',
  'history:list',
  'lists:suggestions',
  'measures:earlier',
  'patientFile:compose',
  'patientFile:frame',
  'phrase:list',
  'practice:get',
  'record:checkSeal',
  'record:findings',
  'record:stamps',
  'record:verify',
  'session:get',
  'session:lastTime',
  'session:signQuestions',
  'template:list',
  'today:overview',
  'vault:checkState',
  'vault:startCheck',
  'vault:newKeysStage',
  'vault:status',
  'vault:stopCheck',
  'workspace:get',
])

/** Operations that change something, but nothing that another window shows of a session's note. */
export const otherWrites: ReadonlySet<ServiceChannel> = new Set<ServiceChannel>([
  'client:archive',
  'client:create',
  'client:restore',
  'client:setTemplate',
  'client:update',
  'noGo:put',
  'noGo:remove',
  'phrase:import',
  'phrase:put',
  'phrase:remove',
  'phrase:reorder',
  'phrase:used',
  'practice:save',
  'practice:saveSettings',
  'record:keepStamp',
  'record:makeSeal',
  'record:requestStamp',
  'session:start',
  'session:startLate',
  'template:put',
  'template:remove',
  'template:reorder',
  'vault:acknowledgeNotices',
  'vault:cancelNewKeys',
  'vault:changePassphrase',
  'vault:confirmRecoveryCode',
  'vault:create',
  'vault:makeNewKeys',
  'vault:recover',
  'vault:renewRecoveryCode',
  'vault:unlock',
  'workspace:save',
])

/** Operations after which the vault is open. */
export const openers: ReadonlySet<string> = new Set<ServiceChannel>(['vault:create', 'vault:recover', 'vault:unlock'])

/** Whether the services answer on a channel; all others are the shell's. */
export const isServiceChannel = (channel: string): channel is ServiceChannel =>
  Object.hasOwn(sessionWrites, channel) ||
  reads.has(channel as ServiceChannel) ||
  otherWrites.has(channel as ServiceChannel)

/**
 * The session that an operation is about to write in, or null when it writes in none.
 * @param input as the contract has checked it
 */
export function sessionWrittenBy(channel: string, input: unknown): string | null {
  if (!Object.hasOwn(sessionWrites, channel)) return null
  return sessionWrites[channel as keyof typeof sessionWrites](input as never)
}
