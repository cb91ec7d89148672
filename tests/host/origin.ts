// The app's own origin in the host. A browser only loads schemes that it knows, so `app://palpate/…` travels as
// `https://palpate.localhost/…` between page and host, and main never sees anything but `app://`.

const appScheme = 'app://'
const pageUrlPattern = /^https:\/\/([a-z0-9-]+)\.localhost(?=\/|$)/

/** The URL under which the browser loads what main calls `app://<host>/…`; every other URL stays as it is. */
export function toPageUrl(url: string): string {
  if (!url.startsWith(appScheme)) return url
  const rest = url.slice(appScheme.length)
  const slash = rest.indexOf('/')
  return slash < 0 ? `https://${rest}.localhost/` : `https://${rest.slice(0, slash)}.localhost${rest.slice(slash)}`
}

/** The URL that main knows for one that the browser asks for. */
export function toAppUrl(url: string): string {
  return url.replace(pageUrlPattern, (_, host: string) => `${appScheme}${host}`)
}

/** The same for header values such as a content security policy, which may name the app's origin anywhere. */
export function toPageHeader(value: string): string {
  return value.replace(/app:\/\/([a-z0-9-]+)/g, (_, host: string) => `https://${host}.localhost`)
}
