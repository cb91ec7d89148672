// CSS colours: enough to find invisible letters, and colours with a meaning.

export interface Colour {
  readonly red: number
  readonly green: number
  readonly blue: number
  /** From 0, invisible, to 1. */
  readonly cover: number
}

const named: Readonly<Record<string, readonly [number, number, number]>> = {
  white: [255, 255, 255],
  window: [255, 255, 255],
  black: [0, 0, 0],
  windowtext: [0, 0, 0],
  red: [255, 0, 0],
  darkred: [139, 0, 0],
  green: [0, 128, 0],
  lime: [0, 255, 0],
  blue: [0, 0, 255],
  navy: [0, 0, 128],
  yellow: [255, 255, 0],
  aqua: [0, 255, 255],
  cyan: [0, 255, 255],
  fuchsia: [255, 0, 255],
  magenta: [255, 0, 255],
  orange: [255, 165, 0],
  purple: [128, 0, 128],
  teal: [0, 128, 128],
  olive: [128, 128, 0],
  maroon: [128, 0, 0],
  pink: [255, 192, 203],
  gray: [128, 128, 128],
  grey: [128, 128, 128],
  silver: [192, 192, 192],
  lightgrey: [211, 211, 211],
  lightgray: [211, 211, 211],
}

/** The colour that a value begins with, or null where none is known. */
export function readColour(value: string): Colour | null {
  const text = value.trim().toLowerCase()
  if (text.startsWith('transparent')) return { red: 0, green: 0, blue: 0, cover: 0 }
  const hex = /^#([0-9a-f]{3,8})\b/.exec(text)?.[1]
  if (hex) return fromHex(hex)
  const channels = /^rgba?\(([^)]*)\)/.exec(text)?.[1]
  if (channels !== undefined) return fromChannels(channels.split(/[\s,/]+/).filter(Boolean))
  const [red, green, blue] = named[/^[a-z]+/.exec(text)?.[0] ?? ''] ?? []
  return red === undefined || green === undefined || blue === undefined ? null : { red, green, blue, cover: 1 }
}

function fromHex(hex: string): Colour | null {
  const long = hex.length < 6 ? [...hex].map((digit) => digit + digit).join('') : hex
  if (long.length !== 6 && long.length !== 8) return null
  const [red = 0, green = 0, blue = 0, cover = 255] = (long.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))
  return { red, green, blue, cover: cover / 255 }
}

function fromChannels(parts: readonly string[]): Colour | null {
  const [red, green, blue, cover = 1] = parts.map((part, at) => {
    const number = Number.parseFloat(part)
    if (!part.endsWith('%')) return number
    return at === 3 ? number / 100 : (number * 255) / 100
  })
  if (![red, green, blue, cover].every(Number.isFinite)) return null
  return { red: red ?? 0, green: green ?? 0, blue: blue ?? 0, cover }
}

const channelsOf = ({ red, green, blue }: Colour) => [red, green, blue] as const

/** Whether letters of one colour cannot be read on the other. */
export function areAlike(letters: Colour, paper: Colour): boolean {
  const on = channelsOf(paper)
  return channelsOf(letters).every((channel, at) => Math.abs(channel - (on[at] ?? 0)) <= 8)
}

export const isWhite = (colour: Colour): boolean => channelsOf(colour).every((channel) => channel >= 245)

/** Whether a colour is more than a shade of grey. */
export function isVivid(colour: Colour): boolean {
  const channels = channelsOf(colour)
  return colour.cover > 0.2 && Math.max(...channels) - Math.min(...channels) >= 90
}
