export const ClientScreen = (_: { id: string }) => null
