// The class of an error, for the page's side of the bridge.
export { namedError } from '../domain/diagnostics/errorNames.ts'
