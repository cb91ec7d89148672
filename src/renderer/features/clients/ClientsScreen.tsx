export const ClientsScreen = () => null
