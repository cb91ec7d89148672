// The screens of consents, for the list of every screen.
import { expect, type Page } from '@playwright/test'
import { consentPresets } from '#shared/domain/consent/presets.ts'
import { ask } from './bridge.ts'

interface ConsentScreen {
  readonly name: string
  readonly open: (page: Page, practice: { readonly clientId: string }) => Promise<void>
}

async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => void (location.hash = to), hash)
  await page.reload()
}

/** A signed consent with words as long as they come. */
async function addConsent(page: Page, clientId: string): Promise<void> {
  if ((await ask(page, 'consent:ofClient', { clientId })).consents.length > 0) return
  const [, form] = consentPresets.washington.rules.forms
  if (!form) throw new Error('no form')
  await ask(page, 'consent:give', {
    consent: {
      id: crypto.randomUUID(),
      clientId,
      atVisit: null,
      kind: form.kind,
      name: form.name,
      text: form.text,
      language: 'en',
      areas: 'Scar of the left side, and the muscles below the collarbone on both sides',
      techniques: 'Myofascial release, lymphatic drainage',
      draping: 'Towel over the other side',
      regionIds: form.regionIds,
      elements: ['nature', 'benefit', 'risk', 'alternatives', 'without treatment', 'right to stop'],
      validity: form.validity,
      witness: 'offered',
      marks: [
        {
          role: 'client',
          manner: 'drawn',
          name: 'Maren Elisabeth',
          points: [100, 200, 0.5, 300, 90, 0.5, 600, 240, 0.5],
        },
      ],
    },
  })
}

export const consentScreens: readonly ConsentScreen[] = [
  {
    name: 'consents of a client',
    async open(page, { clientId }) {
      await addConsent(page, clientId)
      await goTo(page, `#/clients/${clientId}/consents`)
      await page.getByText('Words and signatures').click()
      await expect(page.getByRole('img', { name: /^Signature of/ })).toBeVisible()
    },
  },
  {
    name: 'new consent',
    async open(page, { clientId }) {
      await goTo(page, `#/clients/${clientId}/consents`)
      await page.getByRole('button', { name: 'New consent' }).click()
      await expect(page.getByRole('button', { name: 'Clear signature' }).first()).toBeVisible()
    },
  },
  {
    name: 'consent rules',
    async open(page) {
      await goTo(page, '#/settings/consents')
      const place = page.getByRole('combobox', { name: 'Begin with the rules of' })
      if ((await ask(page, 'consent:rules', {})).rules === null) await place.selectOption({ label: 'Texas' })
      await expect(page.getByRole('table', { name: 'Forms' })).toBeVisible()
    },
  },
  {
    name: 'form of a consent',
    async open(page) {
      await goTo(page, '#/settings/consents')
      await page.getByRole('button', { name: 'New form' }).click()
      await expect(page.getByRole('dialog', { name: 'New form' })).toBeVisible()
      // The other screens are signed without a question.
      await ask(page, 'consent:saveRules', { rules: null })
    },
  },
]
