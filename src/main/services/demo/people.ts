// The invented clients of the demo practice. Telephone numbers are from the range kept free for fiction.
import type { NoGoArea } from '#shared/domain/bodymap/noGo.ts'
import type { ClientFields } from '#shared/domain/client.ts'
import type { Complaint } from './complaint.ts'
import { deskThoracic, lowBack, pregnancyComfort, stressAndSleep } from './complaintsBack.ts'
import { hipAndButtock, kneeAfterSurgery, runnersCalf } from './complaintsLower.ts'
import { forearmOveruse, jawTension, neckAndHeadache, stiffShoulder } from './complaintsUpper.ts'

/**
 * How often somebody comes: `steady` weekly throughout, `fortnightly`, `monthly`, `course` weekly at first and then
 * less, `short` a few weeks only, `new` once or twice.
 */
export type Rhythm = 'steady' | 'fortnightly' | 'monthly' | 'course' | 'short' | 'new'

export interface Person {
  readonly fields: Partial<ClientFields>
  readonly age: number
  readonly complaint: Complaint
  readonly side: 'left' | 'right'
  readonly rhythm: Rhythm
  /** Weeks before today of the first visit. */
  readonly since: number
  readonly length: 30 | 60 | 90
  readonly isVisited?: true
  readonly isArchived?: true
  readonly noGo?: readonly PlainNoGo[]
}

type PlainNoGo = Pick<NoGoArea, 'regionId' | 'level' | 'reason'>

type Row = readonly [
  first: string,
  last: string,
  pronouns: string,
  age: number,
  occupation: string,
  complaint: Complaint,
  side: Person['side'],
  rhythm: Rhythm,
  since: number,
  length: Person['length'],
  more?: Partial<ClientFields> & Partial<Pick<Person, 'isVisited' | 'isArchived' | 'noGo'>>,
]

const varicoseCalf: readonly PlainNoGo[] = [
  { regionId: 'leg.medial-gastrocnemius.left', level: 'forbidden', reason: 'Varicose veins' },
  { regionId: 'knee.medial.right', level: 'limited', reason: 'Healing scar: no friction, no stretch of the skin' },
]

// prettier-ignore
const rows: readonly Row[] = [
  ['Amelia', 'Hartley', 'she/her', 47, 'Accountant', neckAndHeadache, 'right', 'steady', 103, 60, { alert: 'Anticoagulant: light pressure, no deep work', referringProvider: 'Dr K. Osei' }],
  ['Tomás', 'Rivera', 'he/him', 39, 'Carpenter', lowBack, 'left', 'fortnightly', 101, 60],
  ['李', '伟', 'he/him', 34, 'Software developer', deskThoracic, 'right', 'fortnightly', 88, 60, { preferredName: 'Wei' }],
  ['دانا', 'الحسن', 'she/her', 29, 'Architect', jawTension, 'left', 'course', 60, 30],
  ['נועה', 'לוי', 'she/her', 52, 'Choir conductor', stiffShoulder, 'left', 'course', 74, 60, { referringProvider: 'Dr M. Brandt' }],
  ['Ольга', 'Смирнова', 'she/her', 66, 'Retired teacher', kneeAfterSurgery, 'right', 'course', 40, 60, { alert: 'New knee right, 10 weeks: no pressure on the joint line', isVisited: true, address: '7 Mill Row' }],
  ['Γιώργος', 'Παπαδόπουλος', 'he/him', 58, 'Baker', lowBack, 'right', 'monthly', 98, 60, { preferredName: 'George' }],
  ['田中', '美咲', 'she/her', 41, 'Violinist', forearmOveruse, 'left', 'course', 82, 60],
  ['김', '민준', 'he/him', 26, 'Nurse', lowBack, 'left', 'short', 20, 60],
  ['अनीता', 'शर्मा', 'she/her', 37, 'Product manager', stressAndSleep, 'right', 'fortnightly', 92, 90],
  ['Nguyễn', 'Thị Hoa', 'she/her', 33, 'Seamstress', neckAndHeadache, 'left', 'course', 66, 60],
  ['Oluwaseun', 'Adébáyọ̀', 'he/him', 44, 'Bus driver', lowBack, 'right', 'course', 95, 60, { preferredName: 'Seun' }],
  ['Søren', 'Kjær', 'he/him', 71, 'Retired', stiffShoulder, 'right', 'fortnightly', 100, 60, { alert: 'Pacemaker; thin skin on forearms', isVisited: true, address: '22 Lighthouse Street, second floor', emergencyContact: 'Ida Kjær (daughter), 555-0117' }],
  ['Zoë', 'van den Berg', 'she/her', 31, 'Midwife', pregnancyComfort, 'right', 'short', 12, 60, { alert: 'Pregnant: side-lying, no pressure at the calves' }],
  ['Marcus', 'Bell', 'he/him', 28, 'Sports coach', runnersCalf, 'right', 'fortnightly', 78, 30],
  ['Ren', 'Okafor', 'they/them', 25, 'Illustrator', forearmOveruse, 'right', 'course', 34, 60],
  ['Siobhán', 'Ní Dhomhnaill', 'she/her', 49, 'Radio editor', stressAndSleep, 'left', 'monthly', 97, 90],
  ['Elif', 'Yıldız', 'she/her', 36, 'Pharmacist', hipAndButtock, 'left', 'course', 58, 60, { referringProvider: 'Dr A. Novák' }],
  ['Jean-Baptiste', 'Moreau', 'he/him', 55, 'Chef', lowBack, 'right', 'steady', 96, 60],
  ['Hannah', 'Weiß', 'she/her', 62, 'Bookseller', neckAndHeadache, 'right', 'monthly', 99, 30, { alert: 'Osteoporosis: no thrust, light pressure at the spine' }],
  ['Kwame', 'Mensah', 'he/him', 48, 'Electrician', stiffShoulder, 'right', 'course', 50, 60],
  ['Lucía', 'Fernández Ortiz', 'she/her', 23, 'Dance student', hipAndButtock, 'right', 'fortnightly', 46, 60],
  ['Pekka', 'Virtanen', 'he/him', 68, 'Retired', runnersCalf, 'right', 'monthly', 90, 60, { alert: 'Varicose veins left calf: avoid the area', noGo: varicoseCalf }],
  ['Aroha', 'Ngata', 'she/her', 42, 'Social worker', stressAndSleep, 'right', 'course', 86, 90],
  ['Dmytro', 'Kovalenko', 'he/him', 30, 'Warehouse worker', deskThoracic, 'left', 'short', 9, 60],
  ['Priya', 'Raman', 'she/her', 45, 'Dentist', neckAndHeadache, 'left', 'fortnightly', 84, 60],
  ['Alex', 'Dubois', 'they/them', 38, 'Translator', deskThoracic, 'right', 'course', 62, 60],
  ['Björn', 'Þórsson', 'he/him', 51, 'Fisherman', lowBack, 'left', 'course', 71, 90],
  ['Fatima', 'Zahra Benali', 'she/her', 57, 'Tailor', forearmOveruse, 'right', 'monthly', 80, 60, { alert: 'Latex allergy' }],
  ['Caleb', 'Whitehorse', 'he/him', 33, 'Firefighter', hipAndButtock, 'left', 'course', 55, 60],
  ['Mei-Ling', 'Chen', 'she/her', 74, 'Retired', lowBack, 'right', 'fortnightly', 93, 30, { alert: 'Blood pressure tablets: slow rising from the table', isVisited: true, address: '5 Orchard Close', emergencyContact: 'David Chen (son), 555-0123' }],
  ['Ingrid', 'Solberg', 'she/her', 40, 'Physiotherapist', deskThoracic, 'right', 'monthly', 76, 60],
  ['Rafael', 'Monteiro', 'he/him', 46, 'Guitarist', forearmOveruse, 'left', 'short', 30, 60],
  ['Daria', 'Popescu', 'she/her', 35, 'Teacher', jawTension, 'right', 'course', 44, 30],
  ['Winifred', 'Ashdown', 'she/her', 83, 'Retired', stressAndSleep, 'left', 'fortnightly', 70, 30, { preferredName: 'Win', alert: 'Very thin skin; hearing aid left', isVisited: true, address: 'Cedar House, room 14', emergencyContact: 'Cedar House office, 555-0131' }],
  ['Samir', 'Haddad', 'he/him', 27, 'Delivery cyclist', runnersCalf, 'right', 'new', 2, 60],
  ['Chloé', 'Lambert', 'she/her', 32, 'Lawyer', neckAndHeadache, 'right', 'new', 3, 60],
  ['Gustav', 'Nyström', 'he/him', 59, 'Surveyor', kneeAfterSurgery, 'left', 'short', 90, 60, { isArchived: true }],
  ['Imani', 'Walker', 'she/her', 43, 'Photographer', stiffShoulder, 'left', 'short', 85, 60, { isArchived: true }],
  ['Patrick', 'O’Rourke', 'he/him', 64, 'Pilot', lowBack, 'left', 'short', 97, 60, { isArchived: true }],
]

/** Forty people, each with a complaint and a habit of coming. */
export const people: readonly Person[] = rows.map((row, index) => {
  const [firstName, lastName, pronouns, age, occupation, complaint, side, rhythm, since, length, more = {}] = row
  const { isVisited, isArchived, noGo, ...fields } = more
  return {
    fields: {
      firstName,
      lastName,
      pronouns,
      occupation,
      phone: `555-01${String(40 + index)}`,
      email: `client${index + 1}@example.org`,
      ...fields,
    },
    age,
    complaint,
    side,
    rhythm,
    since,
    length,
    ...(isVisited && { isVisited }),
    ...(isArchived && { isArchived }),
    ...(noGo && { noGo }),
  }
})
