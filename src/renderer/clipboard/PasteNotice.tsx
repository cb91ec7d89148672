// The line under a text about what the last paste left out, with undo. It names kinds and counts, never the content.
import { Button, CloseButton } from '@mantine/core'
import { useEditorState, type Editor } from '@tiptap/react'
import { leftOutWords } from './leftOut.ts'
import { dismissPasteNews, pasteNews, undoPaste, type PasteNews } from './noteClipboard.ts'
import classes from './PasteNotice.module.css'

export function PasteNotice({ editor }: { editor: Editor }) {
  const news = useEditorState({ editor, selector: ({ editor: { state } }) => pasteNews(state) })
  return (
    <div className={news ? classes.notice : undefined} role="status" aria-label="Pasting">
      {news && (
        <>
          <span className={classes.words}>{newsWords(news)}</span>
          {news.canUndo && (
            <Button variant="default" size="compact-sm" onClick={() => undoPaste(editor.view)}>
              Undo
            </Button>
          )}
          <CloseButton
            size="sm"
            aria-label="Close"
            onClick={() => {
              dismissPasteNews(editor.view)
              editor.view.focus()
            }}
          />
        </>
      )}
    </div>
  )
}

const newsWords = ({ leftOut, isPictureOnly }: PasteNews): string =>
  isPictureOnly
    ? 'A note holds words, not pictures. Say in words what the picture shows, or mark it on the body map.'
    : `Left out when pasting: ${leftOutWords(leftOut)}.`
