// Colours, and the size of controls: on this machine.
import { SegmentedControl, Stack, Text, useMantineColorScheme, type MantineColorScheme } from '@mantine/core'
import { setTouchSetting, useTouchSetting, type TouchSetting } from '#renderer/ui/touch/touchSizes.ts'

const schemes: readonly { value: MantineColorScheme; label: string }[] = [
  { value: 'auto', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]

const touchSettings: readonly { value: TouchSetting; label: string }[] = [
  { value: 'auto', label: 'Automatic' },
  { value: 'on', label: 'On' },
  { value: 'off', label: 'Off' },
]

export function AppearanceSettings() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const touch = useTouchSetting()
  return (
    <Stack gap="sm" align="flex-start">
      <SegmentedControl
        aria-label="Appearance"
        data={[...schemes]}
        value={colorScheme}
        onChange={(value) => setColorScheme(value as MantineColorScheme)}
      />
      <Text size="sm" fw={600} id="touch-sizes">
        Touch sizes
      </Text>
      <SegmentedControl
        aria-labelledby="touch-sizes"
        data={[...touchSettings]}
        value={touch}
        onChange={(value) => setTouchSetting(value as TouchSetting)}
      />
      <Text size="sm" c="dimmed">
        Larger controls and one view of the body at a time. Automatic goes by what you press with: a finger or pen, or
        the mouse.
      </Text>
    </Stack>
  )
}
