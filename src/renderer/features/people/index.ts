// The directory of providers, and the other people of a client's record.
export { PeopleOfClient } from './PeopleOfClient.tsx'
export { ProvidersScreen } from './ProvidersScreen.tsx'
