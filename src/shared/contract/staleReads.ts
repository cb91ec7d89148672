// Reads that many operations outdate, together by what they are about.

/** What lists sessions or counts them. */
export const listsOfSessions = ['client:get', 'client:list', 'today:overview'] as const

/** What is read of earlier visits while a later one is written. */
export const readsOfVisits = ['session:lastTime', 'bodymap:lastVisit', 'bodymap:visits'] as const
