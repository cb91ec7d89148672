// The other people of a client's record: the providers whom they also see, and who belongs to them at home.
import { ActionIcon, Anchor, Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { Link } from 'wouter'
import { paths } from '#renderer/app/routes.ts'
import { areTextsKept } from '#renderer/bridge/keptTexts.ts'
import { useAnswer, useMutationOf } from '#renderer/bridge/queries.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { notifyFailure } from '#renderer/ui/notifyFailure.ts'
import { notifyWithUndo } from '#renderer/ui/notifyWithUndo.tsx'
import { useIsWritable } from '#renderer/ui/Writable.tsx'
import type { Output } from '#shared/contract/contract.ts'
import type { HouseholdMember } from '#shared/contract/people.ts'
import { relations, relationWords } from '#shared/domain/person/person.ts'
import { HouseholdDialog, householdForm } from './HouseholdDialog.tsx'
import classes from './PeopleOfClient.module.css'
import { linkForm, ProviderLinkDialog, type LinkedProvider } from './ProviderLinkDialog.tsx'

interface Props {
  clientId: string
}

export function PeopleOfClient({ clientId }: Props) {
  const people = useAnswer('people:ofClient', { clientId })
  if (people.data) return <People clientId={clientId} people={people.data} />
  return people.error && <FailureNotice failure={people.error} onRetry={() => void people.refetch()} />
}

type Open = { readonly kind: 'provider'; readonly link: LinkedProvider | null } | { readonly kind: 'person' }

/** A form that a lock interrupted is restored. */
function keptDialog(clientId: string, links: readonly LinkedProvider[]): Open | null {
  if (areTextsKept(householdForm(clientId))) return { kind: 'person' }
  if (areTextsKept(linkForm(clientId, null))) return { kind: 'provider', link: null }
  const link = links.find(({ provider }) => areTextsKept(linkForm(clientId, provider.id)))
  return link ? { kind: 'provider', link } : null
}

function People({ clientId, people }: Props & { people: Output<'people:ofClient'> }) {
  const { providers, household } = people
  const isWritable = useIsWritable()
  const [open, setOpen] = useState<Open | null>(() => keptDialog(clientId, providers))
  const close = () => setOpen(null)
  return (
    <>
      <Group
        id="client-providers"
        title="Providers"
        none="Nobody whom the client also sees is known."
        add={isWritable ? { name: 'Add provider', open: () => setOpen({ kind: 'provider', link: null }) } : null}
      >
        {providers.map((link) => (
          <ProviderLine
            key={link.provider.id}
            clientId={clientId}
            link={link}
            isWritable={isWritable}
            onOpen={() => setOpen({ kind: 'provider', link })}
          />
        ))}
      </Group>
      <Group
        id="client-household"
        title="Household"
        none="No guardian, parent or partner is known."
        add={isWritable ? { name: 'Add person', open: () => setOpen({ kind: 'person' }) } : null}
      >
        {household.map((member) => (
          <HouseholdLine key={member.id} clientId={clientId} member={member} isWritable={isWritable} />
        ))}
      </Group>
      {isWritable && open?.kind === 'provider' && (
        <ProviderLinkDialog
          clientId={clientId}
          link={open.link}
          taken={providers.map(({ provider }) => provider.id)}
          onClose={close}
        />
      )}
      {isWritable && open?.kind === 'person' && <HouseholdDialog clientId={clientId} onClose={close} />}
    </>
  )
}

interface GroupProps {
  id: string
  title: string
  /** What is said while there is nobody. */
  none: string
  add: { readonly name: string; readonly open: () => void } | null
  children: readonly ReactNode[]
}

function Group({ id, title, none, add, children }: GroupProps) {
  return (
    <section className={classes.group} aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children.length === 0 ? <p className={classes.none}>{none}</p> : <ul className={classes.list}>{children}</ul>}
      {add && (
        <Button variant="default" size="compact-md" mt="xs" onClick={add.open}>
          {add.name}
        </Button>
      )}
    </section>
  )
}

interface LineProps {
  clientId: string
  isWritable: boolean
}

function ProviderLine({
  clientId,
  link,
  isWritable,
  onOpen,
}: LineProps & { link: LinkedProvider; onOpen: () => void }) {
  const remove = useUnlink(clientId)
  const { provider, role, mayRelease } = link
  const name = <bdi>{provider.name}</bdi>
  return (
    <Line
      name={
        isWritable ? (
          <Anchor component="button" type="button" className={classes.name ?? ''} onClick={onOpen}>
            {name}
          </Anchor>
        ) : (
          <strong>{name}</strong>
        )
      }
      facts={[
        role || provider.profession,
        provider.phone,
        mayRelease ? 'The record may be shared' : 'No consent to share the record',
      ]}
      removal={isWritable ? { name: `Remove ${provider.name}`, remove: () => remove(link) } : null}
    />
  )
}

/** Takes a provider out of a client's record, and offers undo. */
function useUnlink(clientId: string) {
  const unlink = useMutationOf('people:unlink')
  const relink = useMutationOf('people:link')
  return ({ provider: { id: providerId, name }, role, mayRelease }: LinkedProvider) => {
    const undo = () => relink.mutateAsync({ clientId, providerId, role, mayRelease })
    const notify = () => notifyWithUndo(`unlinked-${providerId}`, removedWords(name), undo)
    unlink.mutate({ clientId, providerId }, { onError: notifyFailure, onSuccess: notify })
  }
}

/** Takes somebody out of a client's household, and offers undo. */
function useRemoveMember(clientId: string) {
  const remove = useMutationOf('people:removeHousehold')
  const put = useMutationOf('people:putHousehold')
  return ({ id, relation, side, clientId: other, name, phone }: HouseholdMember) => {
    const known = relations.find((one) => one === relation)
    const person =
      other === null
        ? { clientId: null, name, phone }
        : { clientId: side === 'of me' ? other : clientId, name: '' as const, phone: '' as const }
    const notify = () => {
      if (known === undefined) return
      const ofWhom = side === 'of me' || other === null ? clientId : other
      notifyWithUndo(`removed-${id}`, removedWords(name), () =>
        put.mutateAsync({ id, clientId: ofWhom, relation: known, person }),
      )
    }
    remove.mutate({ id, clientId }, { onError: notifyFailure, onSuccess: notify })
  }
}

const removedWords = (name: string) => (
  <>
    <bdi>{name}</bdi> is taken out of this record.
  </>
)

function HouseholdLine({ clientId, member, isWritable }: LineProps & { member: HouseholdMember }) {
  const remove = useRemoveMember(clientId)
  const known = relations.find((one) => one === member.relation)
  const words = known === undefined ? member.relation : relationWords(known, member.side)
  const name = <bdi>{member.name}</bdi>
  return (
    <Line
      name={
        member.clientId === null ? (
          <strong>{name}</strong>
        ) : (
          <Anchor component={Link} href={paths.client(member.clientId)} className={classes.name ?? ''}>
            {name}
          </Anchor>
        )
      }
      facts={[words, member.phone]}
      removal={isWritable ? { name: `Remove ${member.name}`, remove: () => remove(member) } : null}
    />
  )
}

interface LineContent {
  name: ReactNode
  facts: readonly string[]
  removal: { readonly name: string; readonly remove: () => void } | null
}

function Line({ name, facts, removal }: LineContent) {
  return (
    <li className={classes.line}>
      <div>
        {name}
        {facts.filter(Boolean).map((fact) => (
          <span key={fact} className={classes.fact} dir="auto">
            {fact}
          </span>
        ))}
      </div>
      {removal && (
        <ActionIcon variant="subtle" color="gray" c="var(--p-muted)" aria-label={removal.name} onClick={removal.remove}>
          <IconX size={15} stroke={1.8} aria-hidden />
        </ActionIcon>
      )}
    </li>
  )
}
