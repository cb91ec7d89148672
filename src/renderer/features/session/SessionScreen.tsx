export const SessionScreen = (_: { id: string }) => null
