// Consents: a client's room, the practice's rules, and what a session needs before it is signed.
export { ConsentLacks, ConsentNeededDialog, ConsentNotice, useConsentGate } from './ConsentNeeded.tsx'
export { ConsentRulesScreen } from './ConsentRulesScreen.tsx'
export { ConsentsRoom } from './ConsentsRoom.tsx'
