// The rules for consents that places are known to have, as the practice's own rules to begin with. Each is what its source was
// found to say, in our own words; a practice checks it against the rules that bind it.
import type { ConsentForm, ConsentRules, Place } from './forms.ts'

interface ConsentPreset {
  readonly name: string
  /** Who says so, and what. */
  readonly source: string
  /** When the source was read. */
  readonly readOn: string
  readonly rules: Omit<ConsentRules, 'place'>
}

const both = (...keys: readonly string[]) => keys.flatMap((key) => [`${key}.right`, `${key}.left`])
const breast = both('chest.breast')
const chestWall = both('chest.clavicular-pectoral', 'chest.lateral-pectoral')
const innerThigh = both('thigh.adductors', 'pelvis.groin')
const buttocks = both('hip.gluteus-maximus', 'hip.gluteus-medius')
const cleftAndPerineum = ['back.coccyx', 'pelvis.pubic']

const rest = { regionIds: [], isRequired: false, offersWitness: false, needsTherapist: false }

const treatment: ConsentForm = {
  ...rest,
  id: 'treatment',
  kind: 'treatment',
  name: 'Treatment',
  text: 'I agree to the assessment and the massage treatment that we have talked through: what it is, what it should bring, what may be uncomfortable or go wrong, what else could be done, and what may happen without it. I can ask questions, change my mind, or stop at any time.',
  validity: 'until the plan changes',
}

const sensitiveText =
  'I agree to the treatment of the areas named here. I have been told why they are treated, what it should bring, what the risks are, and what else could be done. I stay covered but for the area that is being treated. I can say no or stop at any time, now or later.'

const sensitive = (change: Partial<ConsentForm>): ConsentForm => ({
  ...rest,
  id: 'sensitive-areas',
  kind: 'sensitive area',
  name: 'Sensitive areas',
  text: sensitiveText,
  validity: 'this session',
  ...change,
})

const others: readonly ConsentForm[] = [
  {
    ...rest,
    id: 'minor',
    kind: 'minor',
    name: 'Treatment of a minor',
    text: 'I am the parent or guardian of this client, and I agree to the treatment that we have talked through. I may be present, and I or the client can stop it at any time.',
    validity: 'one year',
  },
  {
    ...rest,
    id: 'photograph',
    kind: 'photograph',
    name: 'Photographs',
    text: 'I agree to photographs of my posture and of the treated areas. They are part of my record and are shown to nobody else without asking me. I can withdraw this at any time.',
    validity: 'until withdrawn',
  },
  {
    ...rest,
    id: 'release',
    kind: 'release',
    name: 'Release of the record',
    text: 'I agree that my record, or the part of it that is named here, is given to the person or body named here. I can withdraw this at any time for what has not been given yet.',
    validity: 'six months',
  },
  {
    ...rest,
    id: 'draping',
    kind: 'draping',
    name: 'Change of draping',
    text: 'I agree to the change of draping that is described here. I know that I can be covered again at any time.',
    validity: 'this session',
  },
]

const guarded = [...chestWall, ...breast, ...innerThigh, ...buttocks]
const ageWords = 'The age is set to 18 to begin with; check it.'
const readOn = '2026-11-28'

export const consentPresets: Readonly<Record<Place, ConsentPreset>> = {
  ontario: {
    name: 'Ontario (CMTO)',
    source: `College of Massage Therapists of Ontario, rules on consent (2021): six elements are talked through before assessment, treatment or a changed plan; written consent every time before chest wall, breast or upper inner thigh; buttocks as in the rule of 2017. A release is signed within six months. ${ageWords}`,
    readOn,
    rules: {
      ageOfMajority: 18,
      forms: [{ ...treatment, isRequired: true }, sensitive({ regionIds: guarded }), ...others],
    },
  },
  alberta: {
    name: 'Alberta (CMMOTA)',
    source: `CMMOTA, sensitive areas: written consent at every appointment for chest, breast, inner thigh and gluteal region; a signed and dated consent to treatment. ${ageWords}`,
    readOn,
    rules: {
      ageOfMajority: 18,
      forms: [{ ...treatment, isRequired: true }, sensitive({ regionIds: guarded }), ...others],
    },
  },
  washington: {
    name: 'Washington',
    source:
      'Washington Administrative Code 246-830-555, -557, -565: written consent holds for one year unless it is revoked. Breast: written and spoken, may stop at any time, may bring a witness. Gluteal cleft and perineum: a written and spoken consent of its own with reason, plan and areas. Any change of draping is agreed and recorded. Under 18 a guardian signs. Compare with the text in force: some of this was read in that of 2017.',
    readOn,
    rules: {
      ageOfMajority: 18,
      forms: [
        { ...treatment, validity: 'one year' },
        sensitive({
          id: 'breast',
          name: 'Breast massage',
          regionIds: breast,
          validity: 'one year',
          offersWitness: true,
          text: `${sensitiveText} I may have a witness in the room whom I bring.`,
        }),
        sensitive({
          id: 'gluteal-cleft',
          name: 'Gluteal cleft and perineum',
          regionIds: cleftAndPerineum,
          validity: 'one year',
          offersWitness: true,
          text: `${sensitiveText} The reason, the plan and the areas have been named to me. I may have a witness in the room whom I bring.`,
        }),
        ...others,
      ],
    },
  },
  texas: {
    name: 'Texas',
    source: `16 Texas Administrative Code 117.91 (readopted 2026): a consultation document before the first session, signed by client and therapist, and a new one when reason, techniques or areas change; no breast massage without written consent before each such session; genital area and gluteal cleavage stay draped always. ${ageWords}`,
    readOn,
    rules: {
      ageOfMajority: 18,
      forms: [
        {
          ...treatment,
          id: 'consultation',
          name: 'Consultation document',
          text: 'We have talked through the techniques to be used, the parts of the body to be massaged and those to be avoided, and what speaks for and against it. Breasts are draped, and are not massaged without my written consent before each such session. The genital area and the gluteal cleavage are draped at all times. If I am uncomfortable for any reason I may ask the therapist to stop, and they will. The therapist may end the session too, and must end it if there is sexual contact or talk.',
          isRequired: true,
          needsTherapist: true,
        },
        sensitive({ id: 'breast', name: 'Breast massage', regionIds: breast, needsTherapist: true }),
        ...others,
      ],
    },
  },
  own: {
    name: 'Own rules',
    source: 'A cautious beginning of ours, from no law: change it to what binds you.',
    readOn,
    rules: {
      ageOfMajority: 18,
      forms: [
        treatment,
        sensitive({ regionIds: [...breast, ...both('pelvis.groin'), ...cleftAndPerineum] }),
        ...others,
      ],
    },
  },
}
