// Names of keys as this computer's keyboard prints them.

export const isApple = typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.platform)

/** The key that goes with shortcuts: "⌘" on Apple's keyboards, "Ctrl" elsewhere. */
export const modKey = isApple ? '⌘' : 'Ctrl'

/** Whether the shortcut key of this computer is held. */
export const hasModKey = (event: { readonly ctrlKey: boolean; readonly metaKey: boolean }): boolean =>
  isApple ? event.metaKey : event.ctrlKey
