// Digits as keyboards of many scripts write them: ٣ and ३ are 3.

const isDigit = (place: number) => /\p{Nd}/u.test(String.fromCodePoint(place))

/**
 * The same text with Latin digits, 0 to 9, for those of any script. Characters that are no digits stay, as ² and ½ do. In
 * Unicode the digits of a script stand in a row from 0 to 9, and some rows follow one another.
 */
export const latinDigits = (text: string): string =>
  text.replace(/\p{Nd}/gu, (digit) => {
    const place = digit.codePointAt(0) ?? 0
    let before = place - 1
    while (isDigit(before)) before -= 1
    return String((place - before - 1) % 10)
  })
