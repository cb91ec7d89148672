// Makes new clients from anywhere: with the dialog, or at once from a name that was typed.
import { createContext, useContext, useMemo, useState, type PropsWithChildren } from 'react'
import { useLocation } from 'wouter'
import { useQueryClient } from '@tanstack/react-query'
import { paths } from '#renderer/app/routes.ts'
import { refreshAfter } from '#renderer/bridge/queries.ts'
import { ask } from '#renderer/bridge/bridge.ts'
import { areTextsKept } from '#renderer/bridge/keptTexts.ts'
import { keepForm } from '#renderer/bridge/workspace.ts'
import { notifyFailure } from '#renderer/ui/notifyFailure.ts'
import { emptyClient } from '#shared/domain/client.ts'
import { namesFromQuery } from './clientFilter.ts'
import { NewClientDialog } from './NewClientDialog.tsx'
import { newClientForm } from './useClientForm.ts'
import { useIsWritable } from '#renderer/ui/Writable.tsx'

interface NewClient {
  /** Opens the dialog, with a name already typed elsewhere (in the filter) filled in. */
  open(typedName?: string): void
  /** Makes a client of a typed name at once; a probable duplicate opens the dialog instead. */
  create(typedName: string): Promise<void>
}

const Context = createContext<NewClient>({ open: () => undefined, create: () => Promise.resolve() })

export const useNewClient = (): NewClient => useContext(Context)

export function NewClientProvider({ children }: PropsWithChildren) {
  const [, navigate] = useLocation()
  const cache = useQueryClient()
  const isWritable = useIsWritable()
  // Half-typed text from before a lock is restored.
  const [isOpen, setIsOpen] = useState(() => areTextsKept(newClientForm))

  const newClient = useMemo<NewClient>(() => {
    function open(typedName = '') {
      if (!isWritable) return
      // Names of an earlier form that was never finished are not overwritten.
      if (typedName.trim() !== '' && !areTextsKept(newClientForm)) keepForm(newClientForm, namesFromQuery(typedName))
      setIsOpen(true)
    }
    async function create(typedName: string) {
      const fields = { ...emptyClient, ...namesFromQuery(typedName) }
      try {
        const duplicates = await ask('client:probableDuplicates', { fields, exceptId: null })
        if (duplicates.length > 0) return open(typedName)
        const made = await ask('client:create', { fields })
        await refreshAfter(cache, 'client:create')
        navigate(paths.client(made.id))
      } catch (thrown) {
        notifyFailure(thrown)
      }
    }
    return { open, create }
  }, [cache, navigate, isWritable])

  return (
    <Context value={newClient}>
      {children}
      {isOpen && isWritable && <NewClientDialog onClose={() => setIsOpen(false)} />}
    </Context>
  )
}
