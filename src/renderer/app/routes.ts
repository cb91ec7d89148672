// The addresses of the screens, in one place.

export const paths = {
  today: '/today',
  clients: '/clients',
  client: (id: string) => `/clients/${id}`,
  session: (id: string) => `/sessions/${id}`,
  bin: '/bin',
  settings: '/settings',
  phrases: '/settings/phrases',
} as const
