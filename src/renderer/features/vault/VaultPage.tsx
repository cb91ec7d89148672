// The page around every screen of the vault: one quiet panel on the ground, the app's mark above it.
import type { PropsWithChildren } from 'react'
import { Logo } from '#renderer/ui/Logo.tsx'
import classes from './VaultPage.module.css'

interface Props extends PropsWithChildren {
  width: 'narrow' | 'medium' | 'wide'
}

export function VaultPage({ width, children }: Props) {
  return (
    <main className={classes.page}>
      <div className={classes.column} data-width={width}>
        <p className={classes.mark}>
          <Logo size={30} />
          Palpate
        </p>
        <div className={classes.panel}>{children}</div>
      </div>
    </main>
  )
}
