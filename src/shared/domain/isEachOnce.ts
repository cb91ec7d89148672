// Whether a list repeats nothing: what most lists of the record are checked for.

/** Whether every value stands once only. Objects are told apart by what they are, not by what is in them. */
export const isEachOnce = (values: readonly unknown[]): boolean => new Set(values).size === values.length
