// The rule of key handlers is real: each kind of handler that does not ask is found, and those that ask are not.
import { describe, expect, test } from 'vitest'
import { keyHandlersThatDoNotAsk } from '../../scripts/keyRules.ts'

const wrongIn = (source: string) => keyHandlersThatDoNotAsk('src/renderer/x.tsx', source)

describe('a key handler that does not ask for the input method is found', () => {
  test.each([
    `const x = <input onKeyDown={(event) => go(event)} />`,
    `const x = <input onKeyUp={go} />`,
    `const x = <div onKeyDownCapture={props.go} />`,
    `const go = (event) => { if (event.key === 'Enter') run() }; const x = <input onKeyDown={go} />`,
    `const x = <TextInput inputProps={{ onKeyDown: go }} />`,
    `const plugin = { props: { handleKeyDown: (view, event) => true } }`,
    `const plugin = { props: { handleDOMEvents: { keydown: read } } }`,
    `window.addEventListener('keydown', (event) => go(event))`,
    `document.addEventListener('keyup', go, true)`,
    `useWindowEvent('keydown', go)`,
    `useHotkeys([['mod+J', go]])`,
    `element.onkeydown = go`,
  ])('%s', (source) => {
    expect(wrongIn(source)).toHaveLength(1)
  })
})

describe('a key handler that asks passes', () => {
  test.each([
    `const x = <input onKeyDown={ourKeys(go)} />`,
    `const go = ourKeys((event) => run()); const x = <input onKeyDown={go} />`,
    `const go = (event) => { if (isOfInputMethod(event)) return; run() }; const x = <input onKeyDown={go} />`,
    `function go(event) { if (isOfInputMethod(event)) return; run() } const x = <input onKeyDown={go} />`,
    `const plugin = { props: { handleKeyDown: ourEditorKeys(onKey) } }`,
    `const hear = ourKeys(go); window.addEventListener('keydown', hear, { capture: true })`,
    `window.addEventListener('click', go)`,
    `const { onKeyDown } = props`,
  ])('%s', (source) => {
    expect(wrongIn(source)).toEqual([])
  })
})
