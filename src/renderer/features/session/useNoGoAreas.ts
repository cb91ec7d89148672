// The client's no-go areas while a session is open: changed from the map, for this and every later session.
import { useMemo, useState } from 'react'
import type { SessionRecord } from '#shared/contract/sessions.ts'
import { ask, failureOf } from '#renderer/bridge/bridge.ts'
import type { NoGoActions } from '#renderer/features/bodymap/index.ts'
import { tellFailure } from '#renderer/ui/tellFailure.ts'

/** Shown only once they are stored: a safety record is not guessed. */
export function useNoGoAreas({ noGoAreas, client }: SessionRecord): NoGoActions {
  const [areas, setAreas] = useState(noGoAreas)
  return useMemo(
    () => ({
      areas,
      onPut: (said) => {
        const area = { ...said, id: crypto.randomUUID(), clientId: client.id }
        void ask('noGo:put', { area })
          .then(() => setAreas((before) => [...before, area]))
          .catch((thrown: unknown) => tellFailure(failureOf(thrown)))
      },
      onLift: ({ id }) => {
        void ask('noGo:remove', { clientId: client.id, id })
          .then(() => setAreas((before) => before.filter((area) => area.id !== id)))
          .catch((thrown: unknown) => tellFailure(failureOf(thrown)))
      },
    }),
    [areas, client.id],
  )
}
