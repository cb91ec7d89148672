// The names of every operation and event, apart from their schemas: all that the preload script needs.
// A test holds this list against the contract.

export const channels = [
  'app:activity',
  'app:flushed',
  'app:info',
  'addendum:discardDraft',
  'addendum:saveDraft',
  'addendum:sign',
  'bodymap:lastVisit',
  'bodymap:visits',
  'client:archive',
  'client:create',
  'client:get',
  'client:list',
  'client:probableDuplicates',
  'client:restore',
  'client:update',
  'finding:put',
  'finding:remove',
  'noGo:answer',
  'noGo:put',
  'noGo:remove',
  'patientFile:cancel',
  'patientFile:compose',
  'patientFile:save',
  'patientFile:showSaved',
  'practice:get',
  'practice:save',
  'practice:saveSettings',
  'print:job',
  'print:ready',
  'session:discard',
  'session:get',
  'session:lastTime',
  'session:restore',
  'session:saveDetails',
  'session:saveItems',
  'session:saveMeasures',
  'session:savePain',
  'session:savePrivateRemark',
  'session:saveSection',
  'session:sign',
  'session:start',
  'stroke:put',
  'stroke:remove',
  'timer:put',
  'timer:remove',
  'today:overview',
  'treatedArea:put',
  'treatedArea:remove',
  'vault:changePassphrase',
  'vault:confirmRecoveryCode',
  'vault:copyRecoveryCode',
  'vault:create',
  'vault:lock',
  'vault:recover',
  'vault:renewRecoveryCode',
  'vault:showFolder',
  'vault:status',
  'vault:unlock',
  'workspace:get',
  'workspace:save',
] as const
export type Channel = (typeof channels)[number]

/** What main tells the renderer without being asked. */
export const events = [
  'flush', // save everything, then answer with app:flushed; payload {request}
  'printProgress', // payload {stage}
  'menuCommand', // the application menu was used; payload {command}
] as const
export type EventName = (typeof events)[number]
