// The part of a DOM node that reading a clipboard needs, so that it can be tested without a browser.

export interface PastedNode {
  /** Upper case for HTML elements, as written for others; `#text`, `#comment`. */
  readonly nodeName: string
  readonly textContent: string | null
  readonly childNodes: Iterable<PastedNode>
  getAttribute?(name: string): string | null
}

/** A node and the elements around it, the nearest first. */
export interface Place {
  readonly node: PastedNode
  readonly around: Place | null
}

export const nameOf = (node: PastedNode): string => node.nodeName.toUpperCase()

export const attributeOf = (node: PastedNode, name: string): string => node.getAttribute?.(name) ?? ''

/** Whether the attribute is there at all, with a value or without. */
export const hasAttribute = (node: PastedNode, name: string): boolean =>
  typeof (node.getAttribute?.(name) ?? null) === 'string'

export const classesOf = (node: PastedNode): readonly string[] => {
  const classes = attributeOf(node, 'class').trim()
  return classes === '' ? [] : classes.split(/\s+/)
}

export const textOf = (node: PastedNode): string => node.textContent ?? ''

export const holdsWords = (node: PastedNode): boolean => /[^\s\u00a0\u200b\ufeff]/.test(textOf(node))

/** The first element among a node's descendants that fits, in the order of the document. */
export function findInside(node: PastedNode, fits: (one: PastedNode) => boolean): PastedNode | null {
  for (const child of node.childNodes) {
    if (fits(child)) return child
    const found = findInside(child, fits)
    if (found) return found
  }
  return null
}
