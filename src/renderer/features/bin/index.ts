// The bin: discarded drafts, and the link that leads there.
export { BinLink, BinScreen } from './BinScreen.tsx'
