// The bin: discarded drafts, and the link that leads there.
export { BinLink } from './BinLink.tsx'
export { BinScreen } from './BinScreen.tsx'
