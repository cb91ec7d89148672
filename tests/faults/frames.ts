// The ways in which a script could make a frame, whose window has every constructor of a browser anew.

export interface TriedFrame {
  readonly name: string
  /** Windows that were there at once or a little later. */
  readonly windows: number
  readonly answer: string
}

/** Tries them all. Travels to the page as text, so it refers to nothing outside itself. */
export async function triedFrames(): Promise<readonly TriedFrame[]> {
  const xhtml = 'http://www.w3.org/1999/xhtml'
  const kinds: Readonly<Record<string, string>> = {
    iframe: '<iframe></iframe>',
    'iframe in capitals': '<IFRAME></IFRAME>',
    'iframe without an end': '<iframe/srcdoc="<p>"',
    'iframe with a document': '<iframe srcdoc="<p>x</p>"></iframe>',
    'iframe with an address of script': '<iframe src="javascript:1"></iframe>',
    'iframe in a picture': '<svg><foreignObject><iframe></iframe></foreignObject></svg>',
    object: '<object data="about:blank"></object>',
    embed: '<embed src="about:blank">',
    'embed with a type': '<embed type="text/html" src="about:blank">',
    frame: '<frameset><frame></frameset>',
    'iframe in a template': '<template><iframe></iframe></template>',
    'iframe of a shadow': '<div><template shadowrootmode="open"><iframe></iframe></template></div>',
  }
  const place = document.createElement('div')
  document.body.append(place)
  /** Puts in what is inert elsewhere. */
  const bring = (node: Node) => {
    const copy = document.importNode(node, true)
    place.append(copy)
    const within = (copy.nodeType === Node.ELEMENT_NODE ? (copy as Element) : place).querySelectorAll('template')
    for (const template of within) place.append(template.content.cloneNode(true))
  }
  type Unsafe = Element & { setHTMLUnsafe(text: string): void }
  const fromText: Readonly<Record<string, (text: string) => void>> = {
    'text of an element': (text) => {
      place.innerHTML = text
      bring(place.cloneNode(true))
    },
    'text in an element’s place': (text) => {
      const inside = document.createElement('p')
      place.append(inside)
      inside.outerHTML = text
    },
    'text beside an element': (text) => place.insertAdjacentHTML('beforeend', text),
    'text with shadows': (text) => (place as unknown as Unsafe).setHTMLUnsafe(text),
    'text of a shadow': (text) => {
      const host = document.createElement('div')
      place.append(host)
      host.attachShadow({ mode: 'open' }).innerHTML = text
    },
    'text of a range': (text) => {
      const range = document.createRange()
      range.selectNode(place)
      place.append(range.createContextualFragment(text))
    },
    'text of a document': (text) => bring(new DOMParser().parseFromString(text, 'text/html').documentElement),
    'text of a document with shadows': (text) =>
      bring((Document as unknown as { parseHTMLUnsafe(text: string): Document }).parseHTMLUnsafe(text).documentElement),
    'text of a document of XML': (text) => {
      const source = `<div xmlns="${xhtml}">${text}</div>`
      bring(new DOMParser().parseFromString(source, 'application/xhtml+xml').documentElement)
    },
    'text typed by command': (text) => {
      place.contentEditable = 'true'
      place.focus()
      document.execCommand('insertHTML', false, text)
    },
  }
  const byName = ['iframe', 'IFrame', 'frame', 'object', 'embed', 'fencedframe']
  const others: Readonly<Record<string, () => void>> = {
    ...Object.fromEntries(
      byName.flatMap((name): [string, () => void][] => [
        [`by name: ${name}`, () => place.append(document.createElement(name))],
        [`by name and space: ${name}`, () => place.append(document.createElementNS(xhtml, name))],
        [`by name with a prefix: ${name}`, () => place.append(document.createElementNS(xhtml, `x:${name}`))],
        [`document of one element: ${name}`, () => bring(document.implementation.createDocument(xhtml, name, null))],
      ]),
    ),
    'root of a document': () =>
      place.append(document.implementation.createDocument(xhtml, 'iframe', null).documentElement),
    'by a name that is an object': () => {
      let asked = 0
      const name = { toString: () => (asked++ === 0 ? 'div' : 'iframe') }
      place.append(document.createElement(name as unknown as string))
    },
    'by name once patterns find nothing': () => {
      const { exec, test } = RegExp.prototype
      const { replace } = String.prototype
      try {
        Object.assign(RegExp.prototype, { exec: () => null, test: () => false })
        Object.assign(String.prototype, { replace: (text: string) => text })
        place.innerHTML = '<iframe></iframe>'
        place.append(document.createElement('iframe'))
      } finally {
        Object.assign(RegExp.prototype, { exec, test })
        Object.assign(String.prototype, { replace })
      }
    },
    'by the constructor': () => place.append(new HTMLIFrameElement()),
    'as an element of one’s own': () => {
      class Own extends HTMLIFrameElement {}
      customElements.define('own-frame', Own, { extends: 'iframe' })
      place.append(new Own())
    },
    'by a stylesheet': () => {
      const [space, sheet] = ['http://www.w3.org/1999/XSL/Transform', document.implementation.createDocument(null, '')]
      const root = sheet.createElementNS(space, 'xsl:stylesheet')
      root.setAttribute('version', '1.0')
      const template = sheet.createElementNS(space, 'xsl:template')
      template.setAttribute('match', '/')
      const element = sheet.createElementNS(space, 'xsl:element')
      element.setAttribute('name', 'iframe')
      template.append(element)
      root.append(template)
      sheet.append(root)
      const processor = new XSLTProcessor()
      processor.importStylesheet(sheet)
      place.append(processor.transformToFragment(document.implementation.createDocument(null, 'x'), document))
    },
    'by an entity': () => {
      const source = `<!DOCTYPE x [<!ENTITY e "&#60;iframe xmlns='${xhtml}'/>">]><div xmlns="${xhtml}">&e;</div>`
      bring(new DOMParser().parseFromString(source, 'application/xhtml+xml').documentElement)
    },
    'by a prefix': () => {
      const source = `<div xmlns="${xhtml}" xmlns:x="${xhtml}"><x:iframe/></div>`
      bring(new DOMParser().parseFromString(source, 'application/xhtml+xml').documentElement)
    },
    'by a policy of one’s own': () => {
      const { trustedTypes } = globalThis as unknown as {
        trustedTypes: { createPolicy(name: string, rules: object): { createHTML(text: string): string } }
      }
      const rules = { createHTML: (text: string) => text }
      for (const name of ['own', 'default']) {
        try {
          place.innerHTML = trustedTypes.createPolicy(name, rules).createHTML('<iframe></iframe>')
        } catch {
          // The next name.
        }
      }
    },
    'a window of one’s own': () => void window.open('about:blank', 'own'),
    'a small window above': () =>
      void (
        globalThis as unknown as { documentPictureInPicture: { requestWindow(): unknown } }
      ).documentPictureInPicture.requestWindow(),
  }
  const tries: Readonly<Record<string, () => void>> = {
    ...Object.fromEntries(
      Object.entries(fromText).flatMap(([way, run]) =>
        Object.entries(kinds).map(([kind, text]): [string, () => void] => [`${way}: ${kind}`, () => run(text)]),
      ),
    ),
    ...others,
  }

  /** Frames in shadows are not among the window's own; these have to be looked for. */
  const windowsIn = (root: ParentNode): number => {
    let count = 0
    for (const element of root.querySelectorAll('*')) {
      if ((element as HTMLIFrameElement).contentWindow) count += 1
      if (element.shadowRoot) count += windowsIn(element.shadowRoot)
    }
    return count
  }
  const outcomes: TriedFrame[] = []
  for (const [name, run] of Object.entries(tries)) {
    let answer = 'ended'
    try {
      run()
    } catch (error) {
      answer = `threw ${(error as Error).message}`
    }
    const atOnce = window.length + windowsIn(place)
    // oxlint-disable-next-line no-await-in-loop -- one way after the other, so that each has its own count
    await new Promise((done) => requestAnimationFrame(done))
    outcomes.push({ name, windows: Math.max(atOnce, window.length + windowsIn(place)), answer })
    place.replaceChildren()
    place.removeAttribute('contenteditable')
  }
  place.remove()
  return outcomes
}
