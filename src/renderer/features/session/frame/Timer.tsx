// The session's timer in the header: elapsed and remaining, start and stop, and the treated area.
import { ActionIcon, Button, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconChevronDown } from '@tabler/icons-react'
import { memo, useEffect, useState } from 'react'
import type { TreatedArea } from '#shared/domain/bodymap/marks.ts'
import { shortLabelOfRegion } from '#shared/domain/bodymap/regions.ts'
import { clockWords, elapsedSeconds, runningSpan, timeLeft, type TimedSpan } from '#shared/domain/timer.ts'
import { shortcutForAria, shortcutKeys, useShortcut } from '#renderer/ui/shortcuts.ts'
import { notifyWithUndo } from '#renderer/ui/notifyWithUndo.tsx'
import paper from '#renderer/ui/paper.module.css'
import { useSpans, type SessionTimer } from '../draft/sessionTimer.ts'
import classes from './Timer.module.css'

interface Props {
  timer: SessionTimer
  /** The session's planned length. */
  lengthMinutes: number
  areas: readonly TreatedArea[]
}

const resetMessage = 'timer-reset'

export const Timer = memo(({ timer, lengthMinutes, areas }: Props) => {
  const spans = useSpans(timer)
  const running = runningSpan(spans)
  const startOrStop = () => (running ? timer.stop() : timer.start())
  useShortcut('timer', startOrStop)
  // A reset must not be undone into a draft that was opened again.
  useEffect(() => () => void notifications.hide(resetMessage), [])
  return (
    <div className={classes.timer} role="group" aria-label="Timer">
      {spans.length > 0 && <Face spans={spans} lengthMinutes={lengthMinutes} />}
      <Button
        variant="default"
        size="compact-md"
        aria-label={running ? 'Stop timer' : 'Start timer'}
        aria-keyshortcuts={shortcutForAria('timer')}
        title={shortcutKeys('timer')}
        onClick={startOrStop}
      >
        {running ? 'Stop' : spans.length > 0 ? 'Start' : 'Start timer'}
      </Button>
      {spans.length > 0 && <TimerMenu timer={timer} running={running} areas={areas} />}
    </div>
  )
})

/** Rendered every second, alone. */
function Face({ spans, lengthMinutes }: { spans: readonly TimedSpan[]; lengthMinutes: number }) {
  const isRunning = runningSpan(spans) !== null
  const elapsed = elapsedSeconds(spans, useNow(isRunning))
  const left = timeLeft(elapsed, lengthMinutes)
  return (
    <span className={classes.face} role="timer" aria-live="off">
      <b className={classes.elapsed}>{clockWords(elapsed)}</b>{' '}
      <span className={classes.left} data-short={left.isShort || undefined}>
        {left.seconds < 0 ? `${clockWords(-left.seconds)} over` : `${clockWords(left.seconds)} left`}
      </span>
    </span>
  )
}

/** The instant now, by the second while it is wanted. Right after a start it may be a second old: nothing has run yet. */
function useNow(isWanted: boolean): string {
  const [now, setNow] = useState(() => new Date().toISOString())
  useEffect(() => {
    if (!isWanted) return undefined
    const tick = setInterval(() => setNow(new Date().toISOString()), 1000)
    return () => clearInterval(tick)
  }, [isWanted])
  return now
}

interface MenuProps {
  timer: SessionTimer
  running: TimedSpan | null
  areas: readonly TreatedArea[]
}

function TimerMenu({ timer, running, areas }: MenuProps) {
  const workedOn = areas.find(({ id }) => id === running?.treatedAreaId)
  const where = workedOn ? areaName(workedOn) : 'whole session'
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        {running ? (
          <button
            type="button"
            className={classes.where}
            data-whole={!workedOn || undefined}
            aria-label={`Working on: ${where}`}
            title={where}
          >
            <span className={classes.whereText} title={workedOn ? placeName(workedOn) : where}>
              {workedOn ? placeName(workedOn) : where}
            </span>
            <IconChevronDown size={13} aria-hidden />
          </button>
        ) : (
          <ActionIcon variant="subtle" color="gray" size={28} aria-label="More of the timer">
            <IconChevronDown size={14} aria-hidden />
          </ActionIcon>
        )}
      </Menu.Target>
      <Menu.Dropdown className={paper.floating ?? ''}>
        {running && (
          <>
            <Menu.Label>Working on</Menu.Label>
            <Menu.Item onClick={() => timer.workOn(null)}>Whole session</Menu.Item>
            {areas.map((area) => (
              <Menu.Item key={area.id} onClick={() => timer.workOn(area.id)}>
                {areaName(area)}
              </Menu.Item>
            ))}
            {areas.length === 0 && <Menu.Item disabled>Areas appear here once they are on the map</Menu.Item>}
            <Menu.Divider />
          </>
        )}
        <Menu.Item onClick={() => reset(timer)}>Reset timer</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

const placeName = ({ regionIds }: TreatedArea): string => {
  const [first, ...more] = regionIds
  const where = first ? shortLabelOfRegion(first) : ''
  return `${where}${more.length > 0 ? ` +${more.length}` : ''}`
}

const areaName = (area: TreatedArea): string => `${placeName(area)}, ${area.technique}`

function reset(timer: SessionTimer): void {
  const bringBack = timer.reset()
  notifyWithUndo(resetMessage, 'Timer reset', () => Promise.resolve(bringBack()))
}
