import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText, textToOrderBy } from './folding.ts'

describe('folding', () => {
  it.each([
    ['Zoë  MÜLLER', 'zoe muller'],
    ['İpek', 'ipek'],
    ['Παπαδόπουλος', 'παπαδοπουλος'],
    ['شَدَّة', 'شدة'],
    ['שָׁלוֹם', 'שלום'],
    ['Ｆｕｌｌ　ｗｉｄｔｈ', 'full width'],
    [' \u00a0Ann\n', 'ann'],
  ])('makes %s and %s the same', (text, same) => {
    expect(foldText(text)).toBe(foldText(same))
  })

  it.each([
    ['अनीता', 'अनता'],
    ['कि', 'कु'],
    ['が', 'か'],
    ['李', '王'],
  ])('keeps %s and %s apart, where marks make another word', (a, b) => {
    expect(foldText(a)).not.toBe(foldText(b))
  })

  it('changes nothing the second time', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => foldText(foldText(text)) === foldText(text)))
  })

  it('finds any text whatever its case', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abcäöéñøß Жд') }), (text) => {
        expect(foldText(text.toUpperCase().toLowerCase())).toBe(foldText(text.toUpperCase()))
      }),
    )
  })
})

describe('a name', () => {
  it.each([
    ['O’Connor', "O'Connor"],
    ['O’Connor', 'oconnor'],
    ['Oʻahu', "O'ahu"],
    ['D´Angelo', "D'Angelo"],
    ['D`Angelo', 'DAngelo'],
    ['Smith–Jones', 'smith-jones'],
    ['Smith‑Jones', 'Smith Jones'],
    ['Smith−Jones', 'Smith—Jones'],
    ['Đặng', 'Dang'],
    ['Øyvind Sørås', 'oyvind soras'],
    ['Łukasz Bół', 'lukasz bol'],
    ['Þórður Guðmundsson', 'thordur gudmundsson'],
    ['Ægir Œuvré', 'aegir oeuvre'],
    ['Weiß', 'WEISS'],
    ['WEIẞ', 'weiss'],
    ['Yıldız', 'yildiz'],
    ['YILDIZ', 'yıldız'],
    ['İpek', 'ıpek'],
    ['Ħal Għaxaq Ŧ', 'hal ghaxaq t'],
    ['Əliyev', 'eliyev'],
    ['Gal·la Gaŀla', 'galla galla'],
    ['Ma\u00adra', 'Mara'],
    ['\ufeffMara\u200b \u202eSample\u202c', 'mara sample'],
    ['Ma\u200dra\u2060', 'mara'],
    ['Ｍａｒａ', 'mara'],
    ['Mara\u2003\u00a0Sample', 'mara sample'],
    ['ﬁona', 'fiona'],
    ['Σίσυφος', 'σισυφοσ'],
    ['Ғани Қанат', 'гани канат'],
    ['على', 'علي'],
    ['محمـــد', 'محمد'],
    ['کریم', 'كريم'],
  ])('written %s is found by %s', (written, typed) => {
    expect(foldText(written)).toBe(foldText(typed))
  })

  const letters =
    "aäàåáāąăæbcçčćdđðeéèêëęěəfgğģhħiíìîïıİjkķlłľmnñńňŋoóòôöøőœprřsśšşșßtťțŧþuúùûüůűųvwxyýÿzźžżʼ’‘'-–\u00ad\u200d ÆØŁĐÐÞÅ"
  const anyName = fc.string({ unit: fc.constantFrom(...letters), maxLength: 40 })

  it('that is typed without marks is what the marked one is folded to: plain letters and spaces', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        expect(foldText(name)).toMatch(/^[a-z ]*$/)
      }),
    )
  })

  it('is folded once and for all, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text))
      }),
      { numRuns: 500 },
    )
  })

  it('is the same composed, decomposed, and with characters in it that nobody sees', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        const unseen = Array.from(name.normalize('NFD')).join('\u200d')
        expect(foldText(unseen)).toBe(foldText(name.normalize('NFC')))
      }),
    )
  })

  it('keeps its letters and accents where it is ordered', () => {
    expect(textToOrderBy(' O’Søren\u00ad–Ærø ')).toBe('OSøren Ærø')
  })
})

describe('the source', () => {
  const root = new URL('../../', import.meta.url).pathname
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/u.test(name) && !/\.test\.tsx?$/u.test(name))
    .map((name) => [name, readFileSync(join(root, name), 'utf8')] as const)

  it('searches words by this folding alone', () => {
    expect(sources.length).toBeGreaterThan(500)
    const byHand = /toLowerCase\(\)\)?\s*\??\.(includes|startsWith|indexOf|endsWith)\(|localeCompare\(/gu
    const found = sources.flatMap(([name, text]) => Array.from(text.matchAll(byHand), ([match]) => `${name}: ${match}`))
    // The name of a month, the style of something pasted and a time of the database are no words of a person's.
    expect(
      found.filter(
        (one) =>
          !/^(shared\/domain\/dateWords|renderer\/clipboard\/noteReader|renderer\/noteEditor\/phrases\/phraseSearch)\.ts/u.test(
            one,
          ),
      ),
    ).toEqual([])
  })

  it('gives every list that is searched by typing its filter', () => {
    const fields = sources.flatMap(([name, text]) =>
      Array.from(
        text.matchAll(/<(?:Autocomplete|TagsInput|Select|MultiSelect)\b[^]*?\n\s*\/>/gu),
        ([field]) => [name, field] as const,
      ),
    )
    const searched = fields.filter(
      ([, field]) => /^<(Autocomplete|TagsInput)/u.test(field) || /\bsearchable\b/u.test(field),
    )
    expect(searched.length).toBeGreaterThan(3)
    expect(searched.filter(([, field]) => !/\bfilter=|\{\.\.\.list\}/u.test(field)).map(([name]) => name)).toEqual([])
  })
})
