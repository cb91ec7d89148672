// Whether what is on screen can be kept: the one state that every screen asks before it offers anything that writes in the vault.
import type { ReactNode } from 'react'
import type { OnlyRead } from '#shared/contract/vault.ts'
import { useAnswer } from '#renderer/bridge/queries.ts'
import classes from './Writable.module.css'

/** Why the open vault can only be read; null while it can be written. It stays what it was at the opening. */
export const useOnlyRead = (): OnlyRead | null => useAnswer('vault:status', {}).data?.onlyRead ?? null

export const useIsWritable = (): boolean => useOnlyRead() === null

/** What writes in the vault, or leads there; nothing while it can only be read. */
export const WhenWritable = ({ children }: { children: ReactNode }) => useIsWritable() && children

/** Boxes and buttons that show what is stored: to be seen, and not to be changed, while the vault can only be read. */
export const WritableFields = ({ children }: { children: ReactNode }) => (
  <fieldset disabled={!useIsWritable()} className={classes.fields} role="presentation">
    {children}
  </fieldset>
)
