// The ways in which a page could try to reach somebody. Each one travels to the page as text, so it refers to nothing
// outside itself. A way that throws, or is refused, has failed: what counts is whether a listener hears of it.

export interface Target {
  /** An address on which somebody listens. */
  readonly host: string
  readonly port: number
  /** How long a way may go on, in milliseconds. */
  readonly patience: number
  /** What distinguishes ways that are tried in the same manner. */
  readonly form?: string
}

export interface Way {
  readonly name: string
  readonly run: (target: Target) => unknown
  readonly form?: string
}

/** Gathers candidates from one ICE server. */
async function gather({ host, port, patience, form = '' }: Target): Promise<void> {
  const urls = form.replace('AT', `${host}:${port}`)
  const peer = new RTCPeerConnection({ iceServers: [{ urls, username: 'u', credential: 'c' }] })
  peer.createDataChannel('way out')
  await peer.setLocalDescription(await peer.createOffer())
  await new Promise<void>((done) => {
    peer.addEventListener('icegatheringstatechange', () => peer.iceGatheringState === 'complete' && done())
    setTimeout(done, patience)
  })
  peer.close()
}

/** Asks a peer straight out, as if its address had come from elsewhere. */
async function knock({ host, port, patience, form = 'udp' }: Target): Promise<void> {
  const [one, other] = [new RTCPeerConnection(), new RTCPeerConnection()]
  one.createDataChannel('way out')
  await one.setLocalDescription(await one.createOffer())
  await other.setRemoteDescription(one.localDescription as RTCSessionDescription)
  await other.setLocalDescription(await other.createAnswer())
  await one.setRemoteDescription(other.localDescription as RTCSessionDescription)
  const type = form === 'tcp' ? ' tcptype passive' : ''
  const candidate = `candidate:1 1 ${form} 2122260223 ${host} ${port} typ host${type}`
  await one.addIceCandidate({ candidate, sdpMid: '0', sdpMLineIndex: 0 })
  await new Promise((done) => setTimeout(done, patience))
  one.close()
  other.close()
}

/** The same as {@link gather} with the constructor of a frame's window. */
async function gatherInFrame({ host, port, patience, form }: Target): Promise<void> {
  const frame = document.createElement('iframe')
  if (form === 'srcdoc') frame.srcdoc = '<p>'
  document.body.append(frame)
  if (form === 'srcdoc') await new Promise((done) => frame.addEventListener('load', done))
  const inside = frame.contentWindow as unknown as typeof globalThis
  const peer = new inside.RTCPeerConnection({ iceServers: [{ urls: `stun:${host}:${port}` }] })
  peer.createDataChannel('way out')
  await peer.setLocalDescription(await peer.createOffer())
  await new Promise<void>((done) => {
    peer.addEventListener('icegatheringstatechange', () => peer.iceGatheringState === 'complete' && done())
    setTimeout(done, patience)
  })
  peer.close()
  frame.remove()
}

/** Puts an element into the page, from text with AT for the target. */
async function element({ host, port, patience, form = '' }: Target): Promise<void> {
  const holder = document.createElement('div')
  holder.innerHTML = form.replaceAll('AT', `${host}:${port}`)
  const parts = [...holder.children]
  document.head.append(...parts)
  for (const part of parts) {
    if (part instanceof HTMLElement && part.dataset['click'] !== undefined) part.click()
    if (part instanceof HTMLFormElement) part.submit()
    if (part instanceof HTMLMediaElement) part.load()
  }
  await new Promise((done) => setTimeout(done, patience))
  for (const part of parts) part.remove()
}

/** Puts an element into the page's body, where it is drawn. */
async function drawn({ host, port, patience, form = '' }: Target): Promise<void> {
  const holder = document.createElement('div')
  document.body.append(holder)
  holder.innerHTML = form.replaceAll('AT', `${host}:${port}`)
  await new Promise((done) => setTimeout(done, patience))
  holder.remove()
}

/** Runs a call of the page's own interfaces by name. */
async function call({ host, port, patience, form = '' }: Target): Promise<void> {
  const at = `${host}:${port}`
  const page = globalThis as unknown as Record<string, any>
  const calls: Record<string, () => unknown> = {
    fetch: () => fetch(`http://${at}/fetch`, { mode: 'no-cors' }),
    'fetch that outlives the page': () => fetch(`http://${at}/keepalive`, { method: 'POST', keepalive: true }),
    XMLHttpRequest: () => {
      const request = new XMLHttpRequest()
      request.open('GET', `http://${at}/xhr`)
      request.send()
    },
    sendBeacon: () => navigator.sendBeacon(`http://${at}/beacon`, 'x'),
    EventSource: () => new EventSource(`http://${at}/events`),
    WebSocket: () => new WebSocket(`ws://${at}/socket`),
    WebTransport: () => new page['WebTransport'](`https://${at}/transport`).ready,
    Worker: () => new Worker(`http://${at}/worker.js`),
    'Worker from a blob': () =>
      new Worker(URL.createObjectURL(new Blob([`fetch('http://${at}/worker')`], { type: 'text/javascript' }))),
    SharedWorker: () => new page['SharedWorker'](`http://${at}/shared.js`),
    'service worker': () => navigator.serviceWorker.register(`http://${at}/service.js`),
    'dynamic import': () => import(/* @vite-ignore */ `http://${at}/module.js`),
    FontFace: () => new FontFace('out', `url(http://${at}/font.woff2)`).load(),
    Image: () => (new Image().src = `http://${at}/image.png`),
    Audio: () => new Audio(`http://${at}/sound.mp3`).play(),
    'worklet of a canvas': () => page['CSS'].paintWorklet.addModule(`http://${at}/paint.js`),
    'worklet of sound': () => new AudioContext().audioWorklet.addModule(`http://${at}/sound.js`),
    'new window': () => window.open(`http://${at}/window`),
    'speech recognition': () => new page['webkitSpeechRecognition']().start(),
    'speech synthesis': () => page['speechSynthesis'].speak(new page['SpeechSynthesisUtterance']('x')),
    'payment request': () =>
      new page['PaymentRequest']([{ supportedMethods: `http://${at}/pay` }], {
        total: { label: 'x', amount: { currency: 'EUR', value: '1' } },
      }).canMakePayment(),
    presentation: () => new page['PresentationRequest'](`http://${at}/show`).getAvailability(),
    passkey: () =>
      navigator.credentials.get({
        publicKey: { challenge: new Uint8Array(16), rpId: host, timeout: patience },
        signal: AbortSignal.timeout(patience),
      }),
    'signing in with a provider': () =>
      navigator.credentials.get({
        identity: { providers: [{ configURL: `http://${at}/fedcm.json`, clientId: 'x' }] },
      } as CredentialRequestOptions),
    'media session artwork': () => {
      navigator.mediaSession.metadata = new MediaMetadata({ artwork: [{ src: `http://${at}/art.png` }] })
    },
    notification: () => new Notification('x', { icon: `http://${at}/icon.png` }),
    'media keys': () =>
      navigator.requestMediaKeySystemAccess('com.widevine.alpha', [
        { initDataTypes: ['cenc'], videoCapabilities: [{ contentType: 'video/mp4; codecs="avc1.42E01E"' }] },
      ]),
    'reporting endpoint': () => {
      const policy = document.createElement('meta')
      policy.httpEquiv = 'Content-Security-Policy'
      policy.content = `img-src 'none'; report-uri http://${at}/report`
      document.head.append(policy)
      new Image().src = 'index.html'
    },
    'stylesheet made by script': () => {
      const sheet = document.createElement('style')
      sheet.textContent = `@import url(http://${at}/import.css);
        @font-face { font-family: out; src: url(http://${at}/face.woff2) }
        body::after { content: url(http://${at}/content.png); font-family: out; background: url(http://${at}/back.png) }`
      document.head.append(sheet)
      setTimeout(() => sheet.remove(), patience)
    },
  }
  // Some never answer: a permission that nobody is asked for.
  await Promise.race([calls[form]?.(), new Promise((done) => setTimeout(done, patience))])
  await new Promise((done) => setTimeout(done, patience))
}

/** Leads the page itself elsewhere. */
function navigate({ host, port, form = '' }: Target): void {
  if (form === 'location') window.location.href = `http://${host}:${port}/location`
  else window.location.assign(`${form}//${host}:${port}/assign`)
}

const calls = [
  'fetch',
  'fetch that outlives the page',
  'XMLHttpRequest',
  'sendBeacon',
  'EventSource',
  'WebSocket',
  'WebTransport',
  'Worker',
  'Worker from a blob',
  'SharedWorker',
  'service worker',
  'dynamic import',
  'FontFace',
  'Image',
  'Audio',
  'worklet of a canvas',
  'worklet of sound',
  'new window',
  'speech recognition',
  'speech synthesis',
  'payment request',
  'presentation',
  'passkey',
  'signing in with a provider',
  'media session artwork',
  'notification',
  'media keys',
  'reporting endpoint',
  'stylesheet made by script',
]

const links = [
  'preconnect',
  'dns-prefetch',
  'prefetch',
  'prerender',
  'preload',
  'modulepreload',
  'stylesheet',
  'icon',
  'manifest',
]

const head: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    links.map((rel) => [
      `link ${rel}`,
      `<link rel="${rel}" href="http://AT/${rel}" as="${rel === 'preload' ? 'image' : ''}">`,
    ]),
  ),
  'link dns-prefetch of a name': '<link rel="dns-prefetch" href="//way-out.example.org">',
  'link preconnect to a name': '<link rel="preconnect" href="https://way-out.example.org">',
  'speculation rules':
    '<script type="speculationrules">{"prefetch":[{"source":"list","urls":["http://AT/spec"]}]}</script>',
  'ping of a link': '<a href="#ping" ping="http://AT/ping" data-click>x</a>',
  'link that is pressed': '<a href="http://AT/link" data-click>x</a>',
  'link that opens a window': '<a href="http://AT/blank" target="_blank" data-click>x</a>',
  download: '<a href="http://AT/download" download data-click>x</a>',
  'link with attribution': '<a href="#attribution" attributionsrc="http://AT/attribution" data-click>x</a>',
  'form by GET': '<form action="http://AT/get"></form>',
  'form by POST': '<form action="http://AT/post" method="post"><input name="x" value="y"></form>',
  'form into a new window': '<form action="http://AT/blank" target="_blank"></form>',
  refresh: '<meta http-equiv="refresh" content="0; url=http://AT/refresh">',
  script: '<script src="http://AT/script.js"></script>',
}

const body: Readonly<Record<string, string>> = {
  iframe: '<iframe src="http://AT/frame"></iframe>',
  'iframe from a data address': '<iframe src="data:text/html,<img src=http://AT/x>"></iframe>',
  'iframe with a document':
    '<iframe srcdoc="<img src=http://AT/srcdoc><link rel=preconnect href=http://AT/>"></iframe>',
  'fenced frame': '<fencedframe src="http://AT/fenced"></fencedframe>',
  img: '<img src="http://AT/img.png" srcset="http://AT/set.png 2x">',
  picture: '<picture><source srcset="http://AT/picture.webp"><img></picture>',
  video: '<video src="http://AT/video.mp4" poster="http://AT/poster.png" autoplay></video>',
  audio: '<audio src="http://AT/audio.mp3" autoplay></audio>',
  track: '<video autoplay><source src="http://AT/s.webm"><track default src="http://AT/track.vtt"></video>',
  object: '<object data="http://AT/object"></object>',
  embed: '<embed src="http://AT/embed">',
  'input of an image': '<input type="image" src="http://AT/input.png">',
  'picture in SVG':
    '<svg><image href="http://AT/svg.png"/><use href="http://AT/use.svg#a"/><feImage href="http://AT/fe.png"/></svg>',
  'style attribute': '<p style="background: url(http://AT/style.png); mask: url(http://AT/mask.svg)">x</p>',
  cursor: '<p style="cursor: url(http://AT/cursor.png), auto">x</p>',
}

/** Every way that we know. */
export const waysOut: readonly Way[] = [
  { name: 'WebRTC, STUN by UDP', run: gather, form: 'stun:AT' },
  { name: 'WebRTC, TURN by UDP', run: gather, form: 'turn:AT' },
  { name: 'WebRTC, TURN by TCP', run: gather, form: 'turn:AT?transport=tcp' },
  { name: 'WebRTC, TURN by TLS', run: gather, form: 'turns:AT?transport=tcp' },
  { name: 'WebRTC, a peer by UDP', run: knock, form: 'udp' },
  { name: 'WebRTC, a peer by TCP', run: knock, form: 'tcp' },
  { name: 'WebRTC from a blank frame', run: gatherInFrame },
  { name: 'WebRTC from a frame with a document', run: gatherInFrame, form: 'srcdoc' },
  ...calls.map((form) => ({ name: form, run: call, form })),
  ...Object.entries(head).map(([name, form]) => ({ name, run: element, form })),
  ...Object.entries(body).map(([name, form]) => ({ name, run: drawn, form })),
  { name: 'another address', run: navigate, form: 'location' },
  { name: 'another address by https', run: navigate, form: 'https:' },
  { name: 'an ftp address', run: navigate, form: 'ftp:' },
  { name: 'a WebSocket address', run: navigate, form: 'ws:' },
]

/** A way as an expression that can be evaluated in a page. */
export const asExpression = ({ run, form }: Way, target: Target): string =>
  `(${run.toString()})(${JSON.stringify(form === undefined ? target : { ...target, form })})`
