// The addresses of the screens, in one place.

/** The rooms of a client's record, in the order of its navigation. */
export const clientRooms = ['overview', 'sessions', 'health', 'consents', 'details'] as const
export type ClientRoom = (typeof clientRooms)[number]

export const paths = {
  today: '/today',
  clients: '/clients',
  client: (id: string, room: ClientRoom = 'overview') =>
    room === 'overview' ? `/clients/${id}` : `/clients/${id}/${room}`,
  session: (id: string) => `/sessions/${id}`,
  bin: '/bin',
  retention: '/retention',
  settings: '/settings',
  /** The settings, at the backups. */
  backups: '/settings/backups',
  restore: '/settings/restore',
  phrases: '/settings/phrases',
  providers: '/settings/providers',
  questionnaire: '/settings/questionnaire',
  consentRules: '/settings/consents',
  auditLog: '/settings/audit',
  bringIn: '/settings/copy',
  salvage: '/settings/salvage',
  closing: '/settings/close',
} as const

const screenNames: readonly [address: RegExp, name: string][] = [
  [/^\/today$/, 'Today'],
  [/^\/clients$/, 'Clients'],
  [/^\/clients\//, 'Client'],
  [/^\/sessions\//, 'Note'],
  [/^\/bin$/, 'Bin'],
  [/^\/retention$/, 'Past their retention date'],
  [/^\/settings\/restore$/, 'Restore from backup'],
  [/^\/settings\/phrases$/, 'Phrases'],
  [/^\/settings\/providers$/, 'Providers'],
  [/^\/settings\/questionnaire$/, 'Questionnaire'],
  [/^\/settings\/consents$/, 'Consent rules'],
  [/^\/settings\/audit$/, 'Audit log'],
  [/^\/settings\/copy$/, 'Bring in sessions'],
  [/^\/settings\/salvage$/, 'What could not be read'],
  [/^\/settings\/close$/, 'Close the practice'],
  [/^\/settings(?:\/backups)?$/, 'Settings'],
]

/** The window's title at an address: the screen, never whom it is about. */
export function titleAt(path: string): string {
  const name = screenNames.find(([address]) => address.test(path))?.[1]
  return name === undefined ? 'Palpate' : `${name} – Palpate`
}

/** The screen at an address: the rooms of one client's record are one screen. */
export const screenAt = (path: string): string => /^\/clients\/[^/]+/u.exec(path)?.[0] ?? path
