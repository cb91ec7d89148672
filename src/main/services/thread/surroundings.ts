// The real clock, ids and random bytes.
import { randomBytes } from 'node:crypto'
import { instantNow, offsetHere, wallNowHere } from '#shared/domain/time.ts'
import { inZoneOfNow } from '../../zone.ts'
import type { Surroundings } from '../services.ts'

/**
 * Makes UUIDs of version 7 (RFC 9562): milliseconds, then a counter, then random bits. They sort by time of making,
 * also within one millisecond and when the clock goes back.
 */
function uuidV7Source(now: () => number): () => string {
  let last = 0
  let counter = 0
  return () => {
    const time = now()
    if (time > last) {
      last = time
      counter = 0
    } else {
      counter += 1
      if (counter > 0xfff) {
        last += 1
        counter = 0
      }
    }
    const bytes = randomBytes(16)
    bytes.writeUIntBE(last, 0, 6)
    bytes.writeUInt16BE(0x7000 | counter, 6)
    bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8)
    const hex = bytes.toString('hex')
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
  }
}

/** A language as the system names it; none where its sort order is unknown, such as "C". */
function languageOf(named: string): Pick<Surroundings, 'language'> {
  try {
    const [language] = Intl.Collator.supportedLocalesOf(named.replaceAll('_', '-'))
    return language === undefined ? {} : { language }
  } catch {
    return {}
  }
}

/**
 * The surroundings of the running app.
 * @param language this computer's, as the system names it: a process of its own would not know it
 */
export const realSurroundings = (language = ''): Surroundings => ({
  ...languageOf(language),
  clock: { now: instantNow, wallNow: inZoneOfNow(wallNowHere), offsetAt: inZoneOfNow(offsetHere) },
  newId: uuidV7Source(Date.now),
  randomBytes: (count) => randomBytes(count),
})
