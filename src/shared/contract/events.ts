// The events that main sends to the renderer.

export const events = [
  'locking', // the app is being locked: take everything off the screen at once; payload {}
  'closing', // the app backs up before it ends, or stays after all; payload {isClosing}
  'flush', // save everything, then answer with app:flushed; payload {request}
  'job', // how far a job is, or that it has ended; payload {kind, progress}
  'menuCommand', // the application menu was used; payload {command}
  'changedElsewhere', // another window has changed something; payload {sessionId}
  'draftWanted', // another window wants to write in a session: save, let go, answer with draft:release; payload {sessionId}
  'draftFree', // nobody writes in a session any more; payload {sessionId}
] as const
export type EventName = (typeof events)[number]
