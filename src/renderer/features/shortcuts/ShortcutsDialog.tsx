// All keyboard shortcuts with what they do, by where they work.
import { Modal } from '@mantine/core'
import { createStore, useStore } from 'zustand'
import { isApple } from '#renderer/ui/keys.ts'
import { shortcutLines, useShortcut, type ShortcutGroup } from '#renderer/ui/shortcuts.ts'
import classes from './ShortcutsDialog.module.css'

const store = createStore(() => ({ isShown: false }))

/** Shows the list of shortcuts, from any part of the app. */
export const showShortcuts = (): void => store.setState({ isShown: true })
const hideShortcuts = (): void => store.setState({ isShown: false })

/** The dialog, closed until {@link showShortcuts} or a key opens it. */
export function ShortcutsDialog() {
  const { isShown } = useStore(store)
  useShortcut('shortcuts', showShortcuts)
  useShortcut('shortcutsBySlash', showShortcuts)
  useShortcut('shortcutsOutsideText', showShortcuts)
  return (
    <Modal opened={isShown} onClose={hideShortcuts} title="Keyboard shortcuts" size={1040}>
      {/* Focusable, so that the keyboard can scroll a list without controls. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={classes.groups} role="group" aria-label="All shortcuts" tabIndex={0}>
        {columns.map((groups) => (
          <div key={groups.join()}>
            {groups.map((group) => (
              <Group key={group} group={group} />
            ))}
          </div>
        ))}
      </div>
    </Modal>
  )
}

const lines = shortcutLines(isApple)

/** Of about the same length, so that all of them are seen at once. */
const columns: readonly (readonly ShortcutGroup[])[] = [['Everywhere', 'Lists'], ['Session', 'Text'], ['Body map']]

const Group = ({ group }: { group: ShortcutGroup }) => (
  <div className={classes.group} role="group" aria-label={group}>
    <h3 className={classes.title}>{group}</h3>
    <dl className={classes.lines}>
      {lines
        .filter((line) => line.group === group)
        .map(({ keys, words }) => (
          <div key={words} className={classes.line}>
            <dt className={classes.keys}>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd className={classes.words}>{words}</dd>
          </div>
        ))}
    </dl>
  </div>
)
