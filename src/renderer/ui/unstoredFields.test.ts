import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { registerUnstored, unstoredFields, unstoredNames } from './unstoredFields.ts'

describe('fields whose text is not stored', () => {
  it('are listed from when they register until they are right again, each name once', () => {
    const shown: string[] = []
    const field = (name: string) => ({ name, show: () => void shown.push(name) })
    const leave = ['End', 'Minutes', 'End'].map((name) => registerUnstored(field(name)))
    expect(unstoredNames(unstoredFields())).toBe('End, Minutes')
    unstoredFields()[1]?.show()
    expect(shown).toEqual(['Minutes'])
    leave[0]?.()
    expect(unstoredNames(unstoredFields())).toBe('Minutes, End')
    leave[1]?.()
    leave[2]?.()
    expect(unstoredFields()).toEqual([])
  })
})

describe('a field that takes only some of what can be typed', () => {
  const folder = join(import.meta.dirname, '..')
  const refusing = /type="(date|time|number)"|<(Number|Date|Time)Input\b|inputMode="numeric"/
  /** Forms that are saved by a button, which keeps them on the screen until all of it can be stored. */
  const savedByButton = [
    'features/clients/ClientFormFields.tsx',
    'features/clients/LateEntryDialog.tsx',
    'features/patientFile/FileOptions.tsx',
    'features/templates/TemplateDialog.tsx',
  ]
  /** A form whose typing is held, and said not to be stored, by what outlives it. */
  const heldBy: Readonly<Record<string, string>> = {
    'features/session/header/DetailsForm.tsx': 'features/session/header/typedDetails.ts',
  }

  it('either says that it is not stored, or stands in a form that is saved by a button', () => {
    const files = globSync('**/*.tsx', { cwd: folder })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => !file.endsWith('.test.tsx'))
    const found = files.filter((file) => refusing.test(readFileSync(join(folder, file), 'utf8')))
    expect(found.length).toBeGreaterThan(4)
    const silent = found.filter(
      (file) =>
        !savedByButton.includes(file) &&
        !readFileSync(join(folder, heldBy[file] ?? file), 'utf8').includes('useUnstored('),
    )
    expect(silent).toEqual([])
  })
})
