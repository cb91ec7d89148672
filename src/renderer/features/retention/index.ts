// How long records are kept: the rule in the settings, the screen of those past their date, and the erasure of a client.
export { EraseClient } from './EraseClient.tsx'
export { ErasedBackScreen } from './ErasedBackScreen.tsx'
export { RetentionLink } from './RetentionLink.tsx'
export { RetentionScreen } from './RetentionScreen.tsx'
export { RetentionSettings } from './RetentionSettings.tsx'
