// Operations on templates of sessions.
import { z } from 'zod'
import { template } from '../domain/template/template.ts'
import { audited, changesPractice, read } from './operation.ts'

const id = z.uuid()
const done = z.strictObject({})

export const templateOperations = {
  /** All templates in their order. The first read adds the starter templates. */
  'template:list': read(done, z.array(template)),
  /** Adds a template at the end, or changes the one of its id. */
  'template:put': changesPractice(
    z.strictObject({ template }),
    done,
    audited('settings changed', 'template', (input) => input.template.id),
    ['template:list', 'session:get'],
  ),
  /** Removes a template. Sessions that began with it stay as they are. */
  'template:remove': changesPractice(
    z.strictObject({ id }),
    done,
    audited('settings changed', 'template', (input) => input.id),
    ['template:list', 'client:get'],
  ),
  /** The ids of all templates, in their new order. */
  'template:reorder': changesPractice(
    z.strictObject({ ids: z.array(id).max(1000) }),
    done,
    audited('settings changed', 'template'),
    ['template:list'],
  ),
} as const
