// The name under which a half-typed new client is kept in the vault.
export const newClientForm = 'newClient'
