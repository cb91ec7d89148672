// Our own origin: the scheme under which the built renderer is served, and whether an address belongs to it.

export const scheme = 'app'
export const origin = `${scheme}://palpate`
export const pages = { index: `${origin}/index.html`, print: `${origin}/print.html` } as const

/** Whether an address is of our own origin, exactly: scheme and host, no port, no credentials. */
export const isOwnAddress = (address: string): boolean => address.startsWith(`${origin}/`)
