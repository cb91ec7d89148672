import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { areTextsKept, useKeptForm, useKeptTyping } from './keptTexts.ts'
import { keepForm } from './workspace.ts'

function Form() {
  const { values, isChanged } = useKeptForm('form', { firstName: '', phone: '1' }, (value) => ({ value }))
  return `${JSON.stringify(values)} ${isChanged}`
}

it('a form is restored from its kept texts, without unknown fields', () => {
  const shown = () => renderToStaticMarkup(<Form />).replaceAll('&quot;', '"')
  expect([areTextsKept('form'), shown()]).toEqual([false, '{"firstName":"","phone":"1"} false'])
  keepForm('form', { firstName: 'An', former: 'x' })
  expect([areTextsKept('form'), shown()]).toEqual([true, '{"firstName":"An","phone":"1"} true'])
})

function SmallForm({ keptIn }: { keptIn: string }) {
  const [{ activity = 'none' }] = useKeptTyping<'activity'>(keptIn)
  return activity
}

it('a small form is restored, each form under its own name', () => {
  const shown = (keptIn: string) => renderToStaticMarkup(<SmallForm keptIn={keptIn} />)
  keepForm('new activity 1', { activity: 'Carrying shopping' })
  expect([shown('new activity 1'), shown('new activity 2')]).toEqual(['Carrying shopping', 'none'])
})
