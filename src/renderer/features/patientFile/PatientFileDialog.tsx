export const PatientFileDialog = (_: { clientId: string; opened: boolean; onClose: () => void }) => null
