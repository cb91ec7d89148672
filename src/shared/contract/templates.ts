// Operations on templates of sessions.
import { z } from 'zod'
import { template } from '../domain/template/template.ts'
import { service } from './operation.ts'

const id = z.uuid()
const done = z.strictObject({})

export const templateOperations = {
  /** All templates in their order. The first reading puts in the ones to begin with. */
  'template:list': service(done, z.array(template)),
  /** Adds a template at the end, or changes the one of its id. */
  'template:put': service(z.strictObject({ template }), done),
  /** Takes a template away. Sessions that began with it stay as they are. */
  'template:remove': service(z.strictObject({ id }), done),
  /** The ids of all templates, in the order that they are to have. */
  'template:reorder': service(z.strictObject({ ids: z.array(id).max(1000) }), done),
} as const
