// A note's document as static elements: the signed note on screen, and the note on paper.
import { Fragment, type ReactNode } from 'react'
import { endsCarriedRun } from '#shared/domain/note/carried.ts'
import type { Block, Inline, Mark, NoteDocument } from '#shared/domain/note/document.ts'
import { dateWords } from './dateWords.ts'
import classes from './RichText.module.css'

interface Props {
  document: NoteDocument
}

/**
 * Shows a document as it was written. Headings are styled paragraphs, so that the outline of the page around it
 * (sessions, sections) has no headings that a therapist typed.
 */
export const RichText = ({ document }: Props) => <div className={classes.text}>{document.content.map(drawBlock)}</div>

function drawBlock(block: Block, index: number): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return <p key={index}>{drawInlines(block.content)}</p>
    case 'heading':
      return (
        <p key={index} className={classes.heading} data-level={block.attrs.level}>
          {drawInlines(block.content)}
        </p>
      )
    case 'bulletList':
      return (
        <ul key={index}>
          {block.content.map((item, at) => (
            <li key={at} dir="auto">
              {item.content.map(drawBlock)}
            </li>
          ))}
        </ul>
      )
    case 'orderedList':
      return (
        <ol key={index} start={block.attrs?.start ?? 1}>
          {block.content.map((item, at) => (
            <li key={at} dir="auto">
              {item.content.map(drawBlock)}
            </li>
          ))}
        </ol>
      )
  }
}

/** An empty paragraph keeps its line, as it does in the editor. */
function drawInlines(nodes: readonly Inline[] | undefined): ReactNode {
  if (!nodes || nodes.length === 0) return <br />
  return nodes.map((node, index) => {
    const from = endsCarriedRun(nodes, index)
    return (
      <Fragment key={index}>
        {drawInline(node)}
        {from && <span className={classes.origin}> ({originWords(from.date)})</span>}
      </Fragment>
    )
  })
}

function drawInline(node: Inline): ReactNode {
  const inner = node.type === 'text' ? node.text : <br />
  return (node.marks ?? []).reduce<ReactNode>(drawMark, inner)
}

const originWords = (date: string) => `from ${dateWords(date)}, not confirmed`

/** A sentence's link to its mark is for the editor; here it is plain text. */
function drawMark(content: ReactNode, mark: Mark): ReactNode {
  switch (mark.type) {
    case 'bold':
      return <strong>{content}</strong>
    case 'italic':
      return <em>{content}</em>
    case 'blank':
      return <span className={classes.blank}>{content}</span>
    case 'finding':
      return content
    case 'carried':
      return (
        <mark className={classes.carried} title={originWords(mark.attrs.date)}>
          {content}
        </mark>
      )
  }
}
