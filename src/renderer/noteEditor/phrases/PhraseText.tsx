// A phrase's text in a list: its words, with its blanks as quiet pills.
import { Fragment } from 'react'
import { parsePhrase, type PhrasePiece } from '#shared/domain/phrase/parsePhrase.ts'
import classes from './PhraseText.module.css'

const names = {
  'client.preferredName': 'name',
  'client.firstName': 'first name',
  'client.lastName': 'last name',
  today: 'today',
} as const

function Piece({ piece }: { piece: PhrasePiece }) {
  if (piece.kind === 'text') return piece.text
  const name =
    piece.kind === 'blank' ? piece.blank.name : piece.kind === 'value' ? names[piece.value] : `;${piece.abbreviation}`
  return <span className={classes.blank}>{name}</span>
}

export const PhraseText = ({ text }: { text: string }) => (
  <span dir="auto">
    {parsePhrase(text).map((piece, index) => (
      <Fragment key={index}>
        <Piece piece={piece} />
      </Fragment>
    ))}
  </span>
)
