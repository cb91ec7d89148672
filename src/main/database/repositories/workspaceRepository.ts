// Where the therapist was, in the database.
import { eq, like, sql } from 'drizzle-orm'
import type { Workspace, WorkspaceChange } from '#shared/contract/app.ts'
import type { OpenDatabase } from '../openDatabase.ts'
import { workspace, workspaceForm, workspaceScroll } from '../schema.ts'
import { columnPlaceholders } from './placeholders.ts'

function formsOf(rows: readonly (typeof workspaceForm.$inferSelect)[]): Workspace['forms'] {
  const forms: Workspace['forms'] = {}
  for (const { form, field, value } of rows) (forms[form] ??= {})[field] = value
  return forms
}

export function createWorkspaceRepository({ sqlite, orm }: OpenDatabase) {
  const read = orm.select().from(workspace).prepare()
  const readScroll = orm.select().from(workspaceScroll).prepare()
  const readForms = orm.select().from(workspaceForm).prepare()
  const clear = orm.delete(workspace).prepare()
  const clearScroll = orm.delete(workspaceScroll).prepare()
  const clearForm = orm
    .delete(workspaceForm)
    .where(eq(workspaceForm.form, sql.placeholder('form')))
    .prepare()
  const clearFormsOf = orm
    .delete(workspaceForm)
    .where(like(workspaceForm.form, sql.placeholder('ending')))
    .prepare()
  const insert = orm.insert(workspace).values(columnPlaceholders(workspace)).prepare()
  const insertScroll = orm.insert(workspaceScroll).values(columnPlaceholders(workspaceScroll)).prepare()
  const insertForm = orm.insert(workspaceForm).values(columnPlaceholders(workspaceForm)).prepare()

  const replace = sqlite.transaction(({ path, caret, scroll, forms }: WorkspaceChange) => {
    clear.run()
    clearScroll.run()
    insert.run({
      id: 1,
      path,
      caretEditor: caret?.editor ?? null,
      caretFrom: caret?.from ?? null,
      caretTo: caret?.to ?? null,
    })
    for (const [pane, offset] of Object.entries(scroll)) insertScroll.run({ pane, offset })
    for (const [form, fields] of Object.entries(forms)) {
      clearForm.run({ form })
      for (const [field, value] of Object.entries(fields ?? {})) insertForm.run({ form, field, value })
    }
  })

  const clearAbout = [
    `DELETE FROM workspace_form WHERE instr(form, @id) > 0`,
    `DELETE FROM workspace_scroll WHERE instr(pane, @id) > 0`,
    `UPDATE workspace SET path = '/clients', caret_editor = NULL, caret_from = NULL, caret_to = NULL
     WHERE instr(path, @id) > 0 OR instr(coalesce(caret_editor, ''), @id) > 0`,
  ].map((statement) => sqlite.prepare<[{ id: string }]>(statement))

  return {
    /** What was saved last, or null before the first save. */
    get(): Workspace | null {
      const row = read.get()
      if (!row) return null
      const { path, caretEditor, caretFrom, caretTo } = row
      const hasCaret = caretEditor !== null && caretFrom !== null && caretTo !== null
      return {
        path,
        caret: hasCaret ? { editor: caretEditor, from: caretFrom, to: caretTo } : null,
        scroll: Object.fromEntries(readScroll.all().map(({ pane, offset }) => [pane, offset])),
        forms: formsOf(readForms.all()),
      }
    },
    /** Replaces what was saved before, form by form. */
    replace: (next: WorkspaceChange) => replace.immediate(next),
    /** Forgets every form, scroll and place that has one of these ids in its name. Within a transaction. */
    forgetAbout(ids: readonly string[]): void {
      for (const id of ids) for (const clearing of clearAbout) clearing.run({ id })
    },
    /** Removes the forms whose names end in one of these ids. */
    forgetFormsOf(ids: readonly string[]): void {
      for (const id of ids) clearFormsOf.run({ ending: `% ${id}` })
    },
  }
}
