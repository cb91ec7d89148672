// Digits typed into a score from 0 to 10: one key sets it, 1 and then 0 make 10.
import { useRef, type KeyboardEvent } from 'react'
import { latinDigits } from '#shared/domain/text.ts'

const highest = 10
/** Two digits within this time are read as one number: 1, 0. */
const digitMilliseconds = 700

/**
 * @param onChange takes the score that was typed
 * @param onClear takes the score back: Delete and Backspace, where it can be
 * @returns the key handler; it ignores other keys
 */
export function useScoreKeys(onChange: (value: number) => void, onClear?: () => void) {
  const typed = useRef({ digit: '', at: 0 })
  return (event: KeyboardEvent) => {
    if (onClear && (event.key === 'Delete' || event.key === 'Backspace')) return onClear()
    const digit = latinDigits(event.key)
    if (!/^\d$/.test(digit) || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    const isTen = typed.current.digit === '1' && digit === '0' && event.timeStamp - typed.current.at < digitMilliseconds
    typed.current = { digit, at: event.timeStamp }
    onChange(isTen ? highest : Number(digit))
  }
}
