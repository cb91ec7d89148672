// Removes from the page, before any script of it runs, what could open a connection despite the content security policy.
import { contextBridge, webFrame } from 'electron'

type Make = (...given: never[]) => object
/** The parts of a page's types that are needed here: the preload is checked without a browser's types. */
interface Page {
  readonly Document: { readonly prototype: { readonly createElement: Make; readonly createElementNS: Make } }
  readonly DOMImplementation: { readonly prototype: { readonly createDocument: Make } }
  readonly trustedTypes: { createPolicy(name: string, rules: { createHTML(html: string): string }): unknown }
}

// Both functions run in the page's own world, so they refer to nothing outside themselves.

function takeAway(): void {
  const gone =
    /^(webkit)?RTC|^WebTransport|^WebSocketStream$|^Presentation|^RemotePlayback$|^(webkit)?Speech|^speechSynthesis$|^PaymentRequest$|^SharedWorker$|^Fence|^IdentityCredential|^BackgroundFetch|^TCPSocket$|^UDPSocket$|^documentPictureInPicture$|^print$/
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    if (gone.test(name)) delete (globalThis as unknown as Record<string, unknown>)[name]
  }
}

/**
 * The window of a frame has fresh constructors, and no hook runs before a blank one exists. So no frame is created:
 * not by name, not as a custom element, not by a stylesheet, and not from text, for which Chromium asks the default policy
 * wherever a page turns text into elements (`trusted-types default` in the content security policy lets nobody make another).
 * A script that runs later can replace what it finds on prototypes, so nothing is read from there afterwards.
 */
function refuseFrames(): void {
  const { apply } = Reflect
  const untouched = Object.freeze(Object.create(null, Object.getOwnPropertyDescriptors(RegExp.prototype)) as object)
  const pattern = (source: RegExp): RegExp => Object.setPrototypeOf(source, untouched) as RegExp

  const frame = pattern(/^(?:[^]*:)?(?:iframe|frame|object|embed|fencedframe)$/iu)
  const refuse = (name: string) => {
    if (frame.test(name)) throw new DOMException('This page has no frames', 'NotSupportedError')
  }
  const { Document, DOMImplementation, trustedTypes } = globalThis as unknown as Page
  const { createElement, createElementNS } = Document.prototype
  const { createDocument } = DOMImplementation.prototype
  Object.assign(Document.prototype, {
    createElement(this: object, name: unknown, options: unknown): object {
      const text = `${name as string}`
      refuse(text)
      return apply(createElement, this, [text, options])
    },
    createElementNS(this: object, space: unknown, name: unknown, options: unknown): object {
      const text = `${name as string}`
      refuse(text)
      return apply(createElementNS, this, [space, text, options])
    },
  })
  Object.assign(DOMImplementation.prototype, {
    createDocument(this: object, space: unknown, name: unknown, type: unknown = null): object {
      const text = name === null ? '' : `${name as string}`
      refuse(text)
      return apply(createDocument, this, [space, text, type])
    },
  })
  for (const name of ['customElements', 'CustomElementRegistry', 'XSLTProcessor']) {
    delete (globalThis as unknown as Record<string, unknown>)[name]
  }

  // A tag's name follows its bracket at once. A self-closing tag is rewritten with a trace beside it.
  const tags = pattern(/<(\/?)((?:[^\s<>/"'=]*:)?)(?:(embed|frame)|iframe|object|fencedframe)(?![\w-])/giu)
  // In XML an entity could hold a tag in another spelling.
  const entities = pattern(/<!(?=entity)/giu)
  const otherTag = (_tag: string, slash: string, prefix: string, endsItself?: string) => {
    if (endsItself === undefined) return `<${slash}${prefix}canvas`
    return slash + prefix === '' ? '<canvas></canvas><source' : `<${slash}${prefix}source`
  }
  trustedTypes.createPolicy('default', {
    createHTML: (html) =>
      tags[Symbol.replace](
        entities[Symbol.replace](html, () => '<!-'),
        otherTag,
      ),
  })
}

/** Closes the page of this window. Must run before a script of the page does. */
export function closePage(): void {
  for (const func of [takeAway, refuseFrames]) {
    try {
      contextBridge.executeInMainWorld({ func })
    } catch {
      // Electron before version 35 has no such call; this one runs the text at once too.
      void webFrame.executeJavaScript(`(${func.toString()})()`)
    }
  }
}
