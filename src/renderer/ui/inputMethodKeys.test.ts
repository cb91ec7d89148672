import { beforeEach, describe, expect, it, vi } from 'vitest'
import { isOfInputMethod, ourEditorKeys, ourKeys, watchInputMethod } from './inputMethodKeys.ts'

interface Sent {
  type: string
  key?: string
  code?: string
  keyCode?: number
  isComposing?: boolean
  timeStamp: number
}

/** A window that hears events in the order of listening, as a browser's does. */
class HeardWindow {
  readonly #listeners: { type: string; hear: (event: object) => void }[] = []
  addEventListener(type: string, hear: (event: object) => void) {
    this.#listeners.push({ type, hear })
  }
  /** Dispatches an event; true when it reaches the listeners that were added last. */
  send(sent: Sent): boolean {
    let isStopped = false
    const stopImmediatePropagation = () => void (isStopped = true)
    const event = { key: '', code: '', keyCode: 0, isComposing: false, ...sent, target: null, stopImmediatePropagation }
    for (const { type, hear } of this.#listeners) if (type === sent.type && !isStopped) hear(event)
    return !isStopped
  }
}

// The events here have no target: any class will do for a field.
vi.stubGlobal('HTMLInputElement', Map)

let heard = new HeardWindow()
let now = 0
const enter = { key: 'Enter', code: 'Enter', keyCode: 13 }
const send = (sent: Omit<Sent, 'timeStamp'>) => heard.send({ ...sent, timeStamp: (now += 10) })

beforeEach(() => {
  heard = new HeardWindow()
  watchInputMethod(heard as unknown as Window)
  heard.send({ type: 'blur', timeStamp: 0 })
})

describe('a key of an input method', () => {
  it('while it composes / reaches no listener', () => {
    expect(send({ ...enter, type: 'keydown', isComposing: true })).toBe(false)
    expect(send({ ...enter, type: 'keyup', isComposing: true })).toBe(false)
  })

  it('that the browser marks as taken / reaches no listener', () => {
    expect(send({ type: 'keydown', key: 'Escape', code: 'Escape', keyCode: 229 })).toBe(false)
  })

  it('that is sent again after the composition, or is held / reaches no listener until it is released', () => {
    send({ ...enter, type: 'keydown', keyCode: 229 })
    send({ type: 'compositionend' })
    expect(send({ ...enter, type: 'keydown' })).toBe(false)
    expect(send({ ...enter, type: 'keyup' })).toBe(false)
    expect(send({ ...enter, type: 'keydown' })).toBe(true)
  })

  it('that was pressed before the composition ended / reaches no listener', () => {
    send({ type: 'compositionend' })
    expect(heard.send({ ...enter, type: 'keydown', timeStamp: now })).toBe(false)
    expect(send({ ...enter, type: 'keydown' })).toBe(true)
  })

  it('is over when another key is pressed or the window is left', () => {
    send({ ...enter, type: 'keydown', keyCode: 229 })
    expect(send({ type: 'keydown', key: 'a', code: 'KeyA', keyCode: 65 })).toBe(true)
    send({ ...enter, type: 'keydown', keyCode: 229 })
    send({ type: 'blur' })
    expect(send({ ...enter, type: 'keydown' })).toBe(true)
  })
})

describe('a key handler of ours', () => {
  const press = (change: object) =>
    ({ ...enter, timeStamp: (now += 10), isComposing: false, ...change }) as KeyboardEvent

  it('ignores them, also where React wraps the event', () => {
    const keys: string[] = []
    const hear = ourKeys(({ code }: { code: string; timeStamp: number }) => keys.push(code))
    hear(press({ isComposing: true }))
    hear(press({ keyCode: 229 }))
    hear({ ...press({}), nativeEvent: press({ isComposing: true }) } as never)
    expect(keys).toEqual([])
    hear(press({}))
    expect(keys).toEqual(['Enter'])
  })

  it('of an editor handles none of them', () => {
    const take = ourEditorKeys(() => true)
    expect(take(null, press({ keyCode: 229 }))).toBe(false)
    expect(take(null, press({}))).toBe(true)
    expect(isOfInputMethod(press({}))).toBe(false)
  })
})
