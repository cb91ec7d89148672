// The scheme under which the renderer is served: declared before the app is ready, then answered for a session.
import { protocol, type Session } from 'electron'
import { scheme } from './origin.ts'
import { serve } from './rendererFiles.ts'

/** Declares the scheme. Must run before the app is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true, codeCache: true } }])
}

/** Serves the renderer to a session. */
export function serveRenderer(session: Session, folder: string): void {
  session.protocol.handle(scheme, (request) => serve(folder, request))
}
