// The page around every screen of the vault: one quiet panel on the ground, the app's mark above it.
import type { PropsWithChildren } from 'react'
import { Logo } from '#renderer/ui/Logo.tsx'
import classes from './VaultPage.module.css'

interface Props extends PropsWithChildren {
  width: 'narrow' | 'medium' | 'wide'
  /** Whether it stands beside the rail of the open practice, whose page it then is a part of. */
  isWithin?: boolean
}

export function VaultPage({ width, isWithin = false, children }: Props) {
  const Frame = isWithin ? 'div' : 'main'
  return (
    <Frame className={classes.page}>
      <div className={classes.column} data-width={width}>
        {!isWithin && (
          <p className={classes.mark}>
            <Logo size={30} />
            Palpate
          </p>
        )}
        <div className={classes.panel}>{children}</div>
      </div>
    </Frame>
  )
}
