// Operations of the app itself: activity, flushing before a lock or quit, and where the therapist was.
import { z } from 'zod'
import { dateFormat } from '../domain/dateWords.ts'
import { paperSizes } from '../domain/practice.ts'
import { changesWindow, read, shell } from './operation.ts'

const nothing = z.strictObject({})

/**
 * The longest text of a half-typed field that is stored, in UTF-16 code units. More than any field takes, so that a long
 * paste is reported rather than cut off silently.
 */
export const keptTextLimit = 20_000

/** Where the therapist was: stored in the vault so that a lock, a crash or a restart returns them there. */
export const workspace = z.strictObject({
  /** The route, such as `/sessions/<id>`. */
  path: z.string().max(500),
  /** Which editor held the caret, and the selection in document positions. */
  caret: z.strictObject({ editor: z.string().max(100), from: z.int().min(0), to: z.int().min(0) }).nullable(),
  /** Scroll offsets in CSS pixels by the pane's name. */
  scroll: z.record(z.string().max(50), z.number().min(0)),
  /** The content of forms that is not saved as a record yet: the fields' raw texts by field, by form. */
  forms: z.record(z.string().max(100), z.record(z.string().max(50), z.string().max(keptTextLimit))),
})
export type Workspace = z.infer<typeof workspace>

/** The same as one window knows it: only the forms that it has changed, null for one that is gone. */
export const workspaceChange = workspace.extend({
  forms: z.record(workspace.shape.forms.keyType, workspace.shape.forms.valueType.nullable()),
})
export type WorkspaceChange = z.infer<typeof workspaceChange>

export const appOperations = {
  /** `region`: the regional formats of this computer, as far as the system reports them. */
  'app:info': shell(
    nothing,
    z.strictObject({
      version: z.string(),
      platform: z.string(),
      region: z.strictObject({ dates: dateFormat, paperSize: z.enum(paperSizes) }),
    }),
  ),
  /** There was user input: the idle lock starts anew. Sent at most every few seconds. */
  'app:activity': shell(nothing, nothing),
  /**
   * Answers the `flush` event of that number: everything on screen is saved, some of it could not be, or a field has
   * an invalid value.
   */
  'app:flushed': shell(
    z.strictObject({ request: z.int(), outcome: z.enum(['saved', 'unsaved', 'unstored']) }),
    nothing,
  ),
  'workspace:get': read(nothing, z.strictObject({ workspace: workspace.nullable() })),
  /** Forms that are not named stay as they are: another window may be filling them in. */
  'workspace:save': changesWindow(z.strictObject({ workspace: workspaceChange }), nothing),
} as const
