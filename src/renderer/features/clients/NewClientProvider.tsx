// The new-client dialog, within reach of every screen.
import { createContext, useContext, type PropsWithChildren } from 'react'

interface NewClient {
  /** Opens the dialog, with a name already typed elsewhere (in the filter) filled in. */
  open(typedName?: string): void
}

const Context = createContext<NewClient>({ open: () => undefined })

export const useNewClient = (): NewClient => useContext(Context)
export const NewClientProvider = ({ children }: PropsWithChildren) => children
