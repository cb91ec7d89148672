import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { forgetForm, keepForm } from '#renderer/bridge/workspace.ts'
import { fieldsToLose, registerUnstored, unstoredFields, unstoredNames } from './unstoredFields.ts'

describe('fields whose text is not stored', () => {
  it('are listed from when they register until they are right again, each name once', () => {
    const shown: string[] = []
    const field = (name: string) => ({ name, show: () => void shown.push(name), keptIn: null })
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

  it('go with a lock unless the vault keeps what is typed in them', () => {
    const field = (name: string, keptIn: string | null) => registerUnstored({ name, show: () => undefined, keptIn })
    const leave = [field('Length in minutes', 'details 1'), field('From', null)]
    const lost = () => fieldsToLose().map(({ name }) => name)
    expect(lost()).toEqual(['Length in minutes', 'From'])
    keepForm('details 1', { length: '60-75' })
    expect(lost()).toEqual(['From'])
    forgetForm('details 1')
    expect(lost()).toEqual(['Length in minutes', 'From'])
    for (const end of leave) end()
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
  /** Filters of a list: a day that is typed by half filters nothing, and is no record. */
  const filters = ['features/audit/AuditFilters.tsx']
  /** A form whose text is held, and reported as not stored, by a store that outlives it. */
  const heldBy: Readonly<Record<string, string>> = {
    'features/session/frame/DetailsForm.tsx': 'features/session/frame/typedDetails.ts',
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
        !filters.includes(file) &&
        !readFileSync(join(folder, heldBy[file] ?? file), 'utf8').includes('useUnstored('),
    )
    expect(silent).toEqual([])
  })
})

describe('a box in which text is typed', () => {
  const folder = join(import.meta.dirname, '..')
  const box =
    /<(TextInput|Textarea|Autocomplete|TagsInput|NumberInput|DateInput|TimeInput|PasswordInput|SearchableSelect|SectionEditor|NoteWithPhrases|NoteEditor)\b|<(input|textarea)\s(?![^>]*type="(radio|checkbox|range)")/u

  /** Where what is typed goes, by file: see the tests below. */
  const whereItGoes: Readonly<Record<string, 'saved at once' | 'kept in the vault' | 'reported' | 'no record'>> = {
    'features/audit/AuditFilters.tsx': 'no record',
    'features/bodymap/editor/FindingEditor.tsx': 'kept in the vault',
    'features/bodymap/editor/FindingFieldset.tsx': 'saved at once',
    'features/bodymap/editor/NoGoDialog.tsx': 'kept in the vault',
    'features/bodymap/editor/NoGoFields.tsx': 'kept in the vault',
    'features/bodymap/map/MapBar.tsx': 'saved at once',
    'features/bodymap/map/FindPlace.tsx': 'no record',
    'features/bodymap/surfaces/TreatedFields.tsx': 'kept in the vault',
    'features/clients/ClientFormFields.tsx': 'kept in the vault',
    'features/clients/ClientsScreen.tsx': 'no record',
    'features/clients/LateEntryDialog.tsx': 'kept in the vault',
    'features/closing/Letters.tsx': 'kept in the vault',
    // The choices of one file, no record.
    'features/patientFile/FileOptions.tsx': 'reported',
    'features/emergencySheet/EmergencySheet.tsx': 'kept in the vault',
    'features/consents/ConsentDialog.tsx': 'kept in the vault',
    'features/consents/ConsentFormDialog.tsx': 'kept in the vault',
    'features/consents/ConsentNeeded.tsx': 'kept in the vault',
    'features/consents/ConsentsRoom.tsx': 'kept in the vault',
    // A part of the consent's form.
    'features/consents/MarkField.tsx': 'kept in the vault',
    'features/people/HouseholdDialog.tsx': 'kept in the vault',
    'features/people/ProviderDialog.tsx': 'kept in the vault',
    'features/people/ProviderLinkDialog.tsx': 'kept in the vault',
    'features/people/ProvidersScreen.tsx': 'no record',
    'features/health/HealthDialogs.tsx': 'kept in the vault',
    'features/health/HealthForm.tsx': 'kept in the vault',
    'features/health/HealthLists.tsx': 'kept in the vault',
    'features/health/QuestionnaireScreen.tsx': 'kept in the vault',
    'features/phrases/PhraseDialog.tsx': 'kept in the vault',
    'features/phrases/PhrasesScreen.tsx': 'no record',
    'features/record/CheckSeal.tsx': 'no record',
    // What is typed to be sure that it is this client is not worth keeping over a lock.
    'features/retention/EraseClient.tsx': 'no record',
    'features/retention/RetentionSettings.tsx': 'kept in the vault',
    'features/session/note/DraftNote.tsx': 'saved at once',
    'features/session/additions/AddendumDraft.tsx': 'saved at once',
    'features/session/additions/AmendmentDraft.tsx': 'saved at once',
    'features/session/frame/DetailsForm.tsx': 'kept in the vault',
    'features/session/note/lists/ItemPills.tsx': 'saved at once',
    'features/session/note/SectionEditor.tsx': 'saved at once',
    'features/session/note/measures/ActivityForm.tsx': 'kept in the vault',
    'features/session/note/measures/RangeForm.tsx': 'kept in the vault',
    'features/session/note/measures/TypedValue.tsx': 'saved at once',
    'features/session/frame/FooterWithRemark.tsx': 'saved at once',
    // Saved with the practice as the note is signed.
    'features/session/signer/SignerFields.tsx': 'kept in the vault',
    'features/settings/PracticeForm.tsx': 'kept in the vault',
    'features/settings/SettingNumber.tsx': 'kept in the vault',
    'features/templates/TemplateDialog.tsx': 'kept in the vault',
    // Passphrases and codes, and a practice before there is a vault.
    'features/vault/CheckRecoveryCode.tsx': 'no record',
    'features/vault/PassphraseInput.tsx': 'no record',
    'features/vault/RecoveryCodeInput.tsx': 'no record',
    'features/vault/SetupScreen.tsx': 'no record',
    // The parts of other boxes, of which the user says where it goes.
    'features/phrases/NoteWithPhrases.tsx': 'no record',
    'ui/DateAndTimeInputs.tsx': 'no record',
  }
  /** The file that keeps or reports the typed text, where it is another one. */
  const by: Readonly<Record<string, string>> = {
    'features/bodymap/editor/FindingEditor.tsx': 'features/bodymap/marking/halfMade.ts',
    'features/bodymap/editor/NoGoFields.tsx': 'features/bodymap/marking/halfMade.ts',
    'features/clients/ClientFormFields.tsx': 'features/clients/useClientForm.ts',
    'features/health/HealthForm.tsx': 'features/health/useHealthForm.ts',
    'features/health/HealthLists.tsx': 'features/health/useHealthForm.ts',
    'features/consents/MarkField.tsx': 'features/consents/ConsentDialog.tsx',
    'features/session/frame/DetailsForm.tsx': 'features/session/frame/typedDetails.ts',
    'features/session/signer/SignerFields.tsx': 'features/session/signer/useSigner.ts',
  }
  const keeps = /\b(keepForm|useKeptForm|useKeptTyping)(<[^>]*>)?\(/u
  const sourceOf = (file: string) => readFileSync(join(folder, by[file] ?? file), 'utf8')
  const of = (where: string) => Object.keys(whereItGoes).filter((file) => whereItGoes[file] === where)

  it('is in a file that this list knows', () => {
    const found = globSync('**/*.tsx', { cwd: folder })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => !file.endsWith('.test.tsx') && box.test(readFileSync(join(folder, file), 'utf8')))
    expect(found.toSorted()).toEqual(Object.keys(whereItGoes).toSorted())
  })

  it('of a form with a button of its own / is kept in the vault until the button is pressed, or reported as not stored', () => {
    expect(of('kept in the vault').filter((file) => !keeps.test(sourceOf(file)))).toEqual([])
    expect(of('reported').filter((file) => !/\buseUnstored\(/u.test(sourceOf(file)))).toEqual([])
    const withButton = of('saved at once').filter((file) => /<form\b|<FormDialog\b/u.test(sourceOf(file)))
    expect(withButton).toEqual([])
  })

  it('of which a form says that it is not stored / is kept under its name, but for choices and searches', () => {
    const saying = globSync('**/*.{ts,tsx}', { cwd: folder })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => /\buseUnstored\(/u.test(readFileSync(join(folder, file), 'utf8')))
      .filter((file) => !/\.test\.tsx?$|unstoredFields\.ts$/u.test(file))
    const lost = saying.filter((file) => {
      const source = readFileSync(join(folder, by[file] ?? file), 'utf8')
      return !keeps.test(source) || /keptIn: null/u.test(source)
    })
    expect(saying.length).toBeGreaterThan(6)
    expect(lost.toSorted()).toEqual(['features/patientFile/FileOptions.tsx', 'ui/SearchableSelect.tsx'])
  })

  it('that searches a list / keeps letters that name no entry', () => {
    const searching = globSync('**/*.tsx', { cwd: folder })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => /^\s+searchable(=|$)/mu.test(readFileSync(join(folder, file), 'utf8')))
    expect(searching).toEqual(['ui/SearchableSelect.tsx'])
  })
})
