// No network, whatever a page tries: Chromium's own switches, set before the app is ready.
import { app, type WebContents } from 'electron'

/** An unreachable proxy: its name ends in the top-level domain that never exists (RFC 6761). */
const nowhere = 'http://nowhere.invalid:9'

const switches: readonly (readonly [name: string, value?: string])[] = [
  ['disable-background-networking'],
  ['disable-component-update'],
  ['no-pings'],
  ['disable-domain-reliability'],
  ['disable-sync'],
  ['disable-client-side-phishing-detection'],
  // Would search for screens and speakers in the local network, by multicast.
  ['disable-remote-playback-api'],
  ['disable-presentation-api'],
  ['disable-speech-api'],
  ['disable-speech-synthesis-api'],
  // Even a request that none of our rules sees resolves no address …
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  // … and goes to an unreachable proxy, to this machine's own addresses too.
  ['proxy-server', nowhere],
  ['proxy-bypass-list', '<-loopback>'],
  // WebRTC sends its packets past resolver and proxy unless it may only use the proxy.
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  ['disable-quic'],
  [
    'disable-features',
    'MediaRouter,DialMediaRouteProvider,WebRtcHideLocalIpsWithMdns,NetworkTimeServiceQuerying,OptimizationHints,AsyncDns,DnsOverHttpsUpgrade',
  ],
]

/** Cuts Chromium off from every network. Must run before the app is ready. */
export function cutOff(): void {
  for (const [name, value] of switches) app.commandLine.appendSwitch(name, value)
}

/** The same for what a page's own connections ask for; switches do not reach every version of it. */
export function cutOffContents(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}
