// What a list's field offers.

/** What the practice uses, the most used first, then what is built in and not among it yet. */
export const usedFirst = (used: readonly string[], builtIn: readonly string[]): readonly string[] => [
  ...new Set([...used, ...builtIn]),
]
