// Consents in the database: the practice's rules, clients' consents with all that belongs to them, and what was lacking.
import { asc, eq, sql } from 'drizzle-orm'
import type { OpenDatabase } from '../openDatabase.ts'
import {
  consent,
  consentElement,
  consentForm,
  consentFormRegion,
  consentLack,
  consentLackRegion,
  consentMark,
  consentRegion,
  consentRule,
  consentWithdrawal,
} from '../schema.ts'
import { columnPlaceholders } from './placeholders.ts'

type ConsentRow = typeof consent.$inferSelect
export type WithdrawalRow = typeof consentWithdrawal.$inferSelect
type MarkRow = Omit<typeof consentMark.$inferSelect, 'consentId' | 'position'>

/** A consent with all that belongs to it, each in its order. */
export interface WholeConsent extends ConsentRow {
  readonly regionIds: readonly string[]
  readonly elements: readonly string[]
  readonly marks: readonly MarkRow[]
}

export interface WholeLack extends Readonly<typeof consentLack.$inferSelect> {
  readonly regionIds: readonly string[]
}

type FormRow = Omit<typeof consentForm.$inferSelect, 'position'> & { readonly regionIds: readonly string[] }

export interface RulesRow {
  readonly place: string
  readonly ageOfMajority: number
  readonly forms: readonly FormRow[]
}

/** The tables whose rows belong to a consent. */
export const tablesOfConsent = ['consent_region', 'consent_element', 'consent_mark', 'consent_withdrawal'] as const

export function createConsentRepository({ sqlite, orm }: OpenDatabase) {
  const id = sql.placeholder('id')
  const byId = orm.select().from(consent).where(eq(consent.id, id)).prepare()
  // By the order of adding: a clock that was set back changes none.
  const idsOf = sqlite
    .prepare<[string], string>('SELECT id FROM consent WHERE client_id = ? ORDER BY rowid DESC')
    .pluck()
  const regions = orm
    .select()
    .from(consentRegion)
    .where(eq(consentRegion.consentId, id))
    .orderBy(asc(consentRegion.position))
    .prepare()
  const elements = orm
    .select()
    .from(consentElement)
    .where(eq(consentElement.consentId, id))
    .orderBy(asc(consentElement.position))
    .prepare()
  const marks = orm
    .select()
    .from(consentMark)
    .where(eq(consentMark.consentId, id))
    .orderBy(asc(consentMark.position))
    .prepare()
  const withdrawal = orm.select().from(consentWithdrawal).where(eq(consentWithdrawal.id, id)).prepare()
  const withdrawalOf = orm.select().from(consentWithdrawal).where(eq(consentWithdrawal.consentId, id)).prepare()
  const lack = orm.select().from(consentLack).where(eq(consentLack.id, id)).prepare()
  const lackIds = sqlite
    .prepare<[string], string>('SELECT id FROM consent_lack WHERE session_id = ? ORDER BY rowid')
    .pluck()
  const lackRegions = orm
    .select()
    .from(consentLackRegion)
    .where(eq(consentLackRegion.lackId, id))
    .orderBy(asc(consentLackRegion.position))
    .prepare()
  const latest = sqlite
    .prepare<[string], string>(
      `SELECT max(later.signed_at) FROM signature given JOIN signature later ON later.sequence >= given.sequence
       WHERE given.subject_id = ?`,
    )
    .pluck()
  const rule = orm.select().from(consentRule).prepare()
  const forms = orm.select().from(consentForm).orderBy(asc(consentForm.position), asc(consentForm.id)).prepare()
  const formRegions = orm.select().from(consentFormRegion).orderBy(asc(consentFormRegion.position)).prepare()
  const inserts = {
    consent: orm.insert(consent).values(columnPlaceholders(consent)).prepare(),
    region: orm.insert(consentRegion).values(columnPlaceholders(consentRegion)).prepare(),
    element: orm.insert(consentElement).values(columnPlaceholders(consentElement)).prepare(),
    mark: orm.insert(consentMark).values(columnPlaceholders(consentMark)).prepare(),
    withdrawal: orm.insert(consentWithdrawal).values(columnPlaceholders(consentWithdrawal)).prepare(),
    lack: orm.insert(consentLack).values(columnPlaceholders(consentLack)).prepare(),
    lackRegion: orm.insert(consentLackRegion).values(columnPlaceholders(consentLackRegion)).prepare(),
    rule: orm.insert(consentRule).values(columnPlaceholders(consentRule)).prepare(),
    form: orm.insert(consentForm).values(columnPlaceholders(consentForm)).prepare(),
    formRegion: orm.insert(consentFormRegion).values(columnPlaceholders(consentFormRegion)).prepare(),
  }

  function whole(consentId: string): WholeConsent | undefined {
    const of = { id: consentId }
    const row = byId.get(of)
    return (
      row && {
        ...row,
        regionIds: regions.all(of).map(({ regionId }) => regionId),
        elements: elements.all(of).map(({ element }) => element),
        marks: marks.all(of).map(({ role, manner, name, points }) => ({ role, manner, name, points })),
      }
    )
  }

  function wholeLack(lackId: string): WholeLack | undefined {
    const row = lack.get({ id: lackId })
    return row && { ...row, regionIds: lackRegions.all({ id: lackId }).map(({ regionId }) => regionId) }
  }

  return {
    whole,
    /** The consents of a client, the newest first. */
    ofClient: (clientId: string): WholeConsent[] => idsOf.all(clientId).flatMap((one) => whole(one) ?? []),
    /** Within a transaction. */
    insert({ regionIds, elements: talked, marks: put, ...row }: WholeConsent): void {
      inserts.consent.run(row)
      const of = { consentId: row.id }
      for (const [position, regionId] of regionIds.entries()) inserts.region.run({ ...of, position, regionId })
      for (const [position, element] of talked.entries()) inserts.element.run({ ...of, position, element })
      for (const [position, mark] of put.entries()) inserts.mark.run({ ...of, position, ...mark })
    },
    withdrawal: (withdrawalId: string): WithdrawalRow | undefined => withdrawal.get({ id: withdrawalId }),
    /** How a consent ended before its time. */
    withdrawalOf: (consentId: string): WithdrawalRow | undefined => withdrawalOf.get({ id: consentId }),
    insertWithdrawal: (row: WithdrawalRow) => void inserts.withdrawal.run(row),
    lack: wholeLack,
    /** What was lacking in a session, in the order of stating. */
    lacksOf: (sessionId: string): WholeLack[] => lackIds.all(sessionId).flatMap((one) => wholeLack(one) ?? []),
    /** Within a transaction. */
    insertLack({ regionIds, ...row }: WholeLack): void {
      inserts.lack.run(row)
      for (const [position, regionId] of regionIds.entries()) {
        inserts.lackRegion.run({ lackId: row.id, position, regionId })
      }
    },
    /** The latest time of any signature from this consent's own on, UTC. */
    latestSignedSince: (consentId: string): string | null => latest.get(consentId) ?? null,
    rules(): RulesRow | null {
      const row = rule.get()
      if (!row) return null
      const guarded = Map.groupBy(formRegions.all(), ({ formId }) => formId)
      return {
        place: row.place,
        ageOfMajority: row.ageOfMajority,
        forms: forms.all().map(({ position: _, ...form }) => ({
          ...form,
          regionIds: (guarded.get(form.id) ?? []).map(({ regionId }) => regionId),
        })),
      }
    },
    /** Replaces the rules; null for none. Within a transaction. */
    putRules(rules: RulesRow | null): void {
      orm.delete(consentRule).run()
      orm.delete(consentForm).run()
      if (rules === null) return
      inserts.rule.run({ id: 1, place: rules.place, ageOfMajority: rules.ageOfMajority })
      for (const [position, { regionIds, ...form }] of rules.forms.entries()) {
        inserts.form.run({ ...form, position })
        for (const [place, regionId] of regionIds.entries()) {
          inserts.formRegion.run({ formId: form.id, position: place, regionId })
        }
      }
    },
  }
}
