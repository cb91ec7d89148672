// Whether a list has no duplicates, which most lists of the record are validated for.

/** Whether every value occurs only once. Objects are compared by identity. */
export const isEachOnce = (values: readonly unknown[]): boolean => new Set(values).size === values.length
