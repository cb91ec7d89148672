// A page with nothing but the body map, which opens and closes on demand and says how long that took.
import '@mantine/core/styles.css'
import '#renderer/app/global.css'
import { MantineProvider } from '@mantine/core'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { createRoot, type Root } from 'react-dom/client'
import { cssVariablesResolver, theme } from '#renderer/app/theme.ts'
import { BodyMap, createMarks, useMarks } from '#renderer/features/bodymap/index.ts'
import { marksOfSize, type MapSize } from '../marksOfSize.ts'

const sessionId = crypto.randomUUID()
const nobody = () => false
const nothing = () => {}
const none: readonly never[] = []
const noGo = { areas: none, onPut: nothing, onLift: nothing }

type Stored = ReturnType<typeof stored>
const stored = (size: MapSize) => ({ ...marksOfSize(sessionId, size), areas: [] })

function Map({ marks: drawn }: { marks: Stored }) {
  const [marks] = useState(() => createMarks(drawn, (_changes, _isTyping, show) => show()))
  return (
    <BodyMap
      sessionId={sessionId}
      lengthMinutes={60}
      today="2026-11-23"
      marks={useMarks(marks)}
      isUnsaved={nobody}
      unknownMarks={none}
      noGo={noGo}
      noGoAnswers={none}
      onAnswer={nothing}
      lastVisit={null}
    />
  )
}

const place = document.createElement('div')
place.style.height = '100%'
document.getElementById('root')?.append(place)

/** Milliseconds until what was put into the page is laid out. */
function timed(put: () => void): number {
  const start = performance.now()
  put()
  place.getBoundingClientRect()
  return performance.now() - start
}

let root: Root | null = null

const page = {
  open(size: MapSize): number {
    const marks = stored(size)
    root = createRoot(place)
    return timed(() =>
      flushSync(() =>
        root?.render(
          <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver}>
            <Map marks={marks} />
          </MantineProvider>,
        ),
      ),
    )
  },
  close(): void {
    root?.unmount()
    place.replaceChildren()
  },
  /** What the open map consists of. */
  finished: (): string => place.innerHTML,
  openFinished: (html: string): number =>
    timed(() => {
      place.innerHTML = html
    }),
}

export type BodyMapPage = typeof page
Object.assign(window, { bodyMapPage: page })
