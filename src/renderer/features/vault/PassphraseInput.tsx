// One passphrase box: shows what is typed on demand, and says when Caps Lock is on.
import { PasswordInput, Text, type PasswordInputProps } from '@mantine/core'
import { IconEye, IconEyeOff } from '@tabler/icons-react'
import { useState, type KeyboardEvent } from 'react'
import { ourKeys } from '#renderer/ui/inputMethodKeys.ts'

type Props = Omit<PasswordInputProps, 'role' | 'autoComplete' | 'spellCheck'>

function VisibilityIcon({ reveal }: { reveal: boolean }) {
  const Icon = reveal ? IconEyeOff : IconEye
  return <Icon size={18} stroke={1.7} aria-hidden />
}

export function PassphraseInput({ description, label, ...props }: Props) {
  const [isCapsLockOn, setIsCapsLockOn] = useState(false)
  const [isShown, setIsShown] = useState(false)
  const watchCapsLock = (event: KeyboardEvent) => setIsCapsLockOn(event.getModifierState('CapsLock'))
  return (
    <PasswordInput
      // A password box has no role by itself; as a textbox it is found, and stays protected, in assistive technology.
      role="textbox"
      autoComplete="off"
      spellCheck={false}
      label={label}
      visible={isShown}
      onVisibilityChange={setIsShown}
      visibilityToggleIcon={VisibilityIcon}
      visibilityToggleButtonProps={{
        'aria-label': `${isShown ? 'Hide' : 'Show'} ${String(label).toLowerCase()}`,
        'aria-hidden': false,
        tabIndex: 0,
      }}
      onKeyDown={ourKeys(watchCapsLock)}
      onKeyUp={ourKeys(watchCapsLock)}
      onBlur={() => setIsCapsLockOn(false)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      description={
        (isCapsLockOn || description) && (
          <>
            {isCapsLockOn && (
              <Text component="span" display="block" inherit fw={600} c="var(--p-warn)" role="status">
                Caps Lock is on
              </Text>
            )}
            {description}
          </>
        )
      }
      {...props}
    />
  )
}
