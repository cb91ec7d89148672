// Our own origin: the scheme under which the built renderer is served, and whether an address belongs to it.

export const scheme = 'app'
export const origin = `${scheme}://palpate`
export const pages = { index: `${origin}/index.html`, print: `${origin}/print.html` } as const

/**
 * A page with nothing in it, at a host of its own: Chromium gives it a process of its own, so that the process of the
 * page before ends. It is not of our origin, so it may ask for nothing.
 */
export const emptyPage = `${scheme}://locked/`

/** Whether an address is of our own origin, exactly: scheme and host, no port, no credentials. */
export const isOwnAddress = (address: string): boolean => address.startsWith(`${origin}/`)
