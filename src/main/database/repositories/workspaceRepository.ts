// Where the therapist was, in the database.
import type { Workspace } from '#shared/contract/app.ts'
import type { OpenDatabase } from '../openDatabase.ts'
import { workspace, workspaceScroll } from '../schema.ts'
import { columnPlaceholders } from './columnPlaceholders.ts'

export type WorkspaceRepository = ReturnType<typeof createWorkspaceRepository>

export function createWorkspaceRepository({ sqlite, orm }: OpenDatabase) {
  const read = orm.select().from(workspace).prepare()
  const readScroll = orm.select().from(workspaceScroll).prepare()
  const clear = orm.delete(workspace).prepare()
  const clearScroll = orm.delete(workspaceScroll).prepare()
  const insert = orm.insert(workspace).values(columnPlaceholders(workspace)).prepare()
  const insertScroll = orm.insert(workspaceScroll).values(columnPlaceholders(workspaceScroll)).prepare()

  const replace = sqlite.transaction(({ path, caret, scroll }: Workspace) => {
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
  })

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
      }
    },
    replace: (next: Workspace) => replace.immediate(next),
  }
}
