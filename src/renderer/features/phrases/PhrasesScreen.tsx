// The practice's phrases: found, changed, reordered, deleted and restored, imported and exported.
import { Button, Group, SegmentedControl, Text, TextInput, VisuallyHidden } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import type { PhraseRecord } from '#shared/contract/phrases.ts'
import { sectionIds, type SectionId } from '#shared/domain/note/sections.ts'
import { problemWords, unknownWords } from '#shared/domain/phrase/expandPhrase.ts'
import { countWords } from '#shared/domain/wordLists.ts'
import { paths } from '#renderer/app/routes.ts'
import type { Failure } from '#renderer/bridge/bridge.ts'
import { usePaneScroll } from '#renderer/bridge/workspace.ts'
import { useAnswer, useMutationOf } from '#renderer/bridge/queries.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { BackLink } from '#renderer/ui/BackLink.tsx'
import { ScreenHeading } from '#renderer/ui/firstFocus.tsx'
import { SortableList } from '#renderer/ui/SortableList.tsx'
import { notifyFailure } from '#renderer/ui/notifyFailure.ts'
import { notifyWithUndo } from '#renderer/ui/notifyWithUndo.tsx'
import { PhraseDialog, type PhraseDraft } from './PhraseDialog.tsx'
import { PhraseImport, type PhraseFile } from './PhraseImport.tsx'
import { groupsOf, orderWith, phrasesWith, placeName, expandAmong, type PhraseGroup } from './phraseList.ts'
import { PhraseRow } from './PhraseRow.tsx'
import screen from '#renderer/ui/screen.module.css'
import classes from './PhrasesScreen.module.css'
import { useIsWritable, WhenWritable, WritableFields } from '#renderer/ui/Writable.tsx'

type Shown = SectionId | 'all' | 'every'
const shownChoices: readonly { value: Shown; label: string }[] = [
  { value: 'all', label: 'All' },
  ...sectionIds.map((id) => ({ value: id, label: placeName(id) })),
  { value: 'every', label: placeName(null) },
]

const isShown = ({ section }: PhraseRecord, shown: Shown) =>
  shown === 'all' || (shown === 'every' ? section === null : section === shown)

const newPhrase = (shown: Shown): PhraseDraft => ({
  abbreviation: '',
  section: sectionIds.find((id) => id === shown) ?? null,
  text: '',
})

export function PhrasesScreen() {
  const list = useAnswer('phrase:list', {})
  const stored = list.data?.phrases ?? []
  const pane = usePaneScroll<HTMLDivElement>('phrases', list.data !== undefined)
  const [query, setQuery] = useState('')
  const [shown, setShown] = useState<Shown>('all')
  const [draft, setDraft] = useState<PhraseDraft | null>(null)
  const [file, setFile] = useState<PhraseFile | null>(null)
  const reorder = useMutationOf('phrase:reorder')
  const remove = useRemove(stored)
  const isWritable = useIsWritable()
  const found = phrasesWith(
    stored.filter((phrase) => isShown(phrase, shown)),
    query,
  )
  return (
    <div className={screen.screen} ref={pane}>
      <div className={classes.column}>
        <header className={classes.head}>
          <div>
            <BackLink href={paths.settings}>Settings</BackLink>
            <ScreenHeading>Phrases</ScreenHeading>
          </div>
          <FileButtons hasPhrases={stored.length > 0} onOpen={setFile} />
          <WhenWritable>
            <Button onClick={() => setDraft(newPhrase(shown))}>New phrase</Button>
          </WhenWritable>
        </header>
        <Text c="dimmed" size="sm">
          In a note, type <kbd>;</kbd> and the abbreviation, or <kbd>/</kbd> for the list. The most used come first;
          among phrases that are used equally often, the order here counts.
        </Text>
        <div className={classes.filters}>
          <TextInput
            type="search"
            aria-label="Find a phrase"
            placeholder="Find a phrase"
            leftSection={<IconSearch size={15} stroke={1.8} aria-hidden />}
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
          />
          <SegmentedControl
            aria-label="Section"
            data={[...shownChoices]}
            value={shown}
            onChange={(value) => setShown(value as Shown)}
          />
        </div>
        <VisuallyHidden role="status">{countWords(found.length, 'phrase')}</VisuallyHidden>
        {list.error && <FailureNotice failure={list.error} onRetry={() => void list.refetch()} />}
        {list.data && found.length === 0 && (
          <Nothing hasPhrases={stored.length > 0} onNew={() => setDraft(newPhrase(shown))} />
        )}
        <WritableFields>
          {groupsOf(found).map((group) => (
            <SectionGroup
              key={group.name}
              group={group}
              all={stored}
              canMove={isWritable && query.trim() === ''}
              onEdit={setDraft}
              onRemove={remove}
              onReorder={(ids) => reorder.mutateAsync({ ids: orderWith(stored, group.section, ids) })}
            />
          ))}
        </WritableFields>
      </div>
      {draft && <PhraseDialog draft={draft} onClose={() => setDraft(null)} />}
      <PhraseImport
        file={file}
        phrases={stored}
        onClose={() => setFile(null)}
        onImported={({ added, replaced, kept }) => {
          setFile(null)
          notifications.show({ message: `${added} added, ${replaced} replaced, ${kept} left as they were` })
        }}
      />
    </div>
  )
}

interface GroupProps {
  group: PhraseGroup
  /** Every phrase, for those that call others. */
  all: readonly PhraseRecord[]
  /** False while only some phrases are shown. */
  canMove: boolean
  onEdit: (phrase: PhraseRecord) => void
  onRemove: (phrase: PhraseRecord) => void
  /** Stores a new order of the group's phrases. */
  onReorder: (ids: readonly string[]) => Promise<unknown>
}

function SectionGroup({ group, all, canMove, onEdit, onRemove, onReorder }: GroupProps) {
  return (
    <section className={classes.group} aria-label={group.name}>
      <h2 className={classes.name}>
        {group.name} <span>{group.phrases.length}</span>
      </h2>
      <SortableList
        items={group.phrases}
        nameOf={({ abbreviation }) => abbreviation}
        isFixed={!canMove}
        onReorder={onReorder}
        renderRow={(phrase) => (
          <PhraseRow phrase={phrase} problem={problemOf(phrase, all)} onEdit={onEdit} onRemove={onRemove} />
        )}
      />
    </section>
  )
}

function problemOf(phrase: PhraseRecord, all: readonly PhraseRecord[]): string | null {
  // Only a phrase that calls another one can be wrong; the others need no expanding.
  if (!/\{\{\s*phrase\s*:/i.test(phrase.text)) return null
  const expansion = expandAmong(all, phrase)
  if (!expansion.ok) return problemWords(expansion.problem)
  return expansion.unknown.length > 0 ? unknownWords(expansion.unknown) : null
}

function Nothing({ hasPhrases, onNew }: { hasPhrases: boolean; onNew: () => void }) {
  if (hasPhrases) return <p className={classes.nothing}>No phrase contains these words.</p>
  return (
    <div className={classes.nothing}>
      <p>No phrases yet. A phrase is text that you call up with a few letters, with blanks to fill in.</p>
      <WhenWritable>
        <Button variant="default" onClick={onNew}>
          New phrase
        </Button>
      </WhenWritable>
    </div>
  )
}

/** Deletes a phrase and offers undo, which restores its place and its count. */
function useRemove(stored: readonly PhraseRecord[]) {
  const remove = useMutationOf('phrase:remove')
  const put = useMutationOf('phrase:put')
  const reorder = useMutationOf('phrase:reorder')
  return async (phrase: PhraseRecord) => {
    const { useCount, lastUsedAt: _, ...fields } = phrase
    const ids = stored.map(({ id }) => id)
    const bringBack = async () => {
      await put.mutateAsync({ phrase: fields, useCount })
      await reorder.mutateAsync({ ids })
    }
    await remove
      .mutateAsync({ id: phrase.id })
      .then(
        () => notifyWithUndo(`removed-${phrase.id}`, `Phrase ${phrase.abbreviation} deleted`, bringBack),
        notifyFailure,
      )
  }
}

const fileProblems: Readonly<Record<string, string>> = {
  foreign: 'This file doesn’t contain Palpate phrases. Nothing was changed.',
  newer: 'A newer version of Palpate wrote this file. Nothing was changed.',
  damaged: 'The file is damaged, or was changed by hand. Nothing was changed.',
}

function FileButtons({ hasPhrases, onOpen }: { hasPhrases: boolean; onOpen: (file: PhraseFile) => void }) {
  const open = useMutationOf('phrase:openFile')
  const save = useMutationOf('phrase:exportFile')
  const notifyOpenFailure = (failure: Failure) => {
    const words = fileProblems[failure.issueAt('file') ?? '']
    if (words === undefined) return notifyFailure(failure)
    notifications.show({ id: 'phrase-file', color: 'ember', title: 'Not imported', message: words, autoClose: 12_000 })
  }
  return (
    <Group gap="sm" className={classes.files ?? ''}>
      <WhenWritable>
        <Button
          variant="default"
          loading={open.isPending}
          onClick={() => open.mutate({}, { onSuccess: onOpen, onError: notifyOpenFailure })}
        >
          Import
        </Button>
      </WhenWritable>
      <Button
        variant="default"
        disabled={!hasPhrases}
        loading={save.isPending}
        onClick={() =>
          save.mutate(
            {},
            {
              onSuccess: ({ fileName, count }) =>
                notifications.show({ message: `${countWords(count, 'phrase')} saved as ${fileName}` }),
              onError: notifyFailure,
            },
          )
        }
      >
        Export
      </Button>
    </Group>
  )
}
