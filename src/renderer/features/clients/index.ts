// Clients: the list, one client's page, and the dialog that makes a new one from anywhere.
export { ClientScreen } from './ClientScreen.tsx'
export { ClientsScreen } from './ClientsScreen.tsx'
export { NewClientProvider, useNewClient } from './NewClientProvider.tsx'
