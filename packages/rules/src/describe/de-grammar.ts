// German grammar for texts that are put together from labels: which article a label takes, and what a noun becomes in
// the other cases. Where a noun's gender cannot be told from its form, the label stays as its author wrote it.

type Gender = 'm' | 'f' | 'n'

const ENDINGS: readonly (readonly [Gender, RegExp])[] = [
  [
    'f',
    /(?:ung|heit|keit|schaft|ion|tät|ei|person|zahl|miete|nummer|gemeinde|adresse|grenze|schule|karte|klasse|norm|dauer|stufe|hilfe|zeit|quote|rate|leitzahl|zulage|prämie|zone|kategorie|summe|liste|frist|erin|beihilfe|rente)$/i,
  ],
  [
    'n',
    /(?:datum|einkommen|jahr|alter|geld|niveau|kind|mitglied|fahrzeug|recht|konto|gebiet|gehalt|vermögen|chen|abonnement|haus)$/i,
  ],
  [
    'm',
    /(?:betrag|wert|monat|tag|raum|satz|preis|tarif|ausweis|beginn|wohnort|wohnsitz|haushalt|stand|grad|ort|anteil|abschluss|titel|punkt|halter|inhaber|nehmer|käufer|steller|partner|vater|lohn|kredit|code|quotient|status|plafond|bedarf|anspruch)$/i,
  ],
]
const ARTICLES: { readonly [gender in Gender]: string } = { m: 'der', f: 'die', n: 'das' }
/** The endings that an adjective has without an article, and with one it tells the gender: "eigenes Einkommen". */
const STRONG: readonly (readonly [Gender, RegExp])[] = [
  ['m', /er$/],
  ['n', /es$/],
  ['f', /e$/],
]

const DETERMINED = /^(?:(?:der|die|das|den|dem|des|dies\p{Ll}+|eine?|meine?|seine?|ihre?) |„|“)/iu
const WRITTEN_DATE = /^\d{1,2}\. (?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)/
const LENGTH = /^-?\d[\d.,]* (?:Tage?|Monate?|Jahre?)\b/
/** Adjectives without an article, then the noun: "eigenes steuerpflichtiges Einkommen des Haushalts". */
const ADJECTIVES_AND_NOUN = /^((?:[\p{Ll}-]+(?:er|es|e) )*)(\p{Lu}[\p{L}-]*)(.*)$/su

function genderOf(adjectives: string, noun: string): Gender | undefined {
  const adjective = adjectives.trim().split(' ').at(-1) ?? ''
  if (adjective !== '') return STRONG.find(([, ending]) => ending.test(adjective))?.[0]
  return ENDINGS.find(([, ending]) => ending.test(noun))?.[0]
}

/** A label with its article: "die Bezugsperson", "das eigene steuerpflichtige Einkommen". */
export function the(label: string, otherwise?: Gender): string {
  if (DETERMINED.test(label)) return label
  const [, adjectives = '', noun = '', rest = ''] = ADJECTIVES_AND_NOUN.exec(label) ?? []
  const gender = noun === '' ? undefined : (genderOf(adjectives, noun) ?? otherwise)
  if (gender === undefined) return label
  return `${ARTICLES[gender]} ${adjectives.replace(/(?:er|es|e) /g, 'e ')}${noun}${rest}`
}

/** A label without its article. */
export const bare = (label: string): string => label.replace(/^(?:der|die|das) /, '')

const ARTICLE_AND_ADJECTIVES = /^(der|die|das|dieser|diese|dieses) ((?:(?:\p{Ll}+e|\d{1,2}\.) )*)(.*)$/su
type Declined = { readonly [article: string]: string }

function declined(text: string, articles: Declined, adjectives: (text: string) => string): string | undefined {
  const [, article = '', between = '', rest = ''] = ARTICLE_AND_ADJECTIVES.exec(text) ?? []
  const changed = articles[article]
  return changed === undefined ? undefined : `${changed} ${adjectives(between)}${rest}`
}
const withN = (adjectives: string) => adjectives.replace(/e /g, 'en ')

const ACCUSATIVE: Declined = { der: 'den', dieser: 'diesen' }
const DATIVE: Declined = {
  der: 'dem',
  das: 'dem',
  die: 'der',
  dieser: 'diesem',
  dieses: 'diesem',
  diese: 'dieser',
}
const GENITIVE: Declined = {
  der: 'des',
  das: 'des',
  die: 'der',
  dieser: 'dieses',
  dieses: 'dieses',
  diese: 'dieser',
}

/** "den Stichtag", "die Bezugsperson", "den 1. Januar 2026". */
export const accusative = (text: string): string =>
  WRITTEN_DATE.test(text) ? `den ${text}` : (declined(text, ACCUSATIVE, withN) ?? text)

/** "dem Stichtag", "der Bezugsperson", "dem 1. Januar 2026", "18 Jahren"; of "18 Jahre nach …": "dem Tag 18 Jahre nach …". */
export function dative(text: string): string {
  if (WRITTEN_DATE.test(text)) return `dem ${text}`
  if (/^-?\d[\d.,]* (?:Tage|Monate|Jahre)$/.test(text)) return `${text}n`
  if (LENGTH.test(text) && / (?:nach|vor) /.test(text)) return `dem Tag ${text}`
  return declined(text, DATIVE, withN) ?? text
}

/** "des Stichtags", "der Bezugsperson", "des 1. Januar 2026"; what has no article of its own: "von …". */
export function genitive(text: string): string {
  if (WRITTEN_DATE.test(text)) return `des ${text}`
  const told = declined(text, GENITIVE, withN)
  if (told === undefined) return contracted(`von ${dative(text)}`)
  return /^(?:des|dieses) /.test(told) ? withGenitiveS(told) : told
}

/** The noun after "des": "Stichtags", "Jahres", "Preises"; "des 1. Januar" and "des Status" stay as they are. */
function withGenitiveS(text: string): string {
  if (/^\p{Ll}+ (?:\p{Ll}+ )*\d+\. /u.test(text)) return text
  return text.replace(/\p{Lu}[\p{L}-]*/u, (noun) => {
    if (/us$/.test(noun)) return noun
    return /(?:jahr|[sßzx]|^tag|geld|kind|glied)$/i.test(noun) ? `${noun}es` : `${noun}s`
  })
}

/** "vom", "zum", "zur", "am", "im". */
export const contracted = (text: string): string =>
  text
    .replace(/^von dem /, 'vom ')
    .replace(/^zu dem /, 'zum ')
    .replace(/^zu der /, 'zur ')
    .replace(/^an dem /, 'am ')
    .replace(/^in dem /, 'im ')

/** A day on which something is so: "am 1. Januar 2026", "am Stichtag", "18 Jahre nach dem Geburtsdatum". */
export function onDay(text: string): string {
  if (LENGTH.test(text)) return text
  const day = dative(text)
  return day === text ? `am Tag ${text}` : contracted(`an ${day}`)
}

/** A list of subjects after "der": adjectives take "-en": "an derselben Adresse eingetragenen Personen". */
export const afterArticle = (those: string): string => those.replace(ADJECTIVE_OF_SEVERAL, '$1en $2')

/** A list of subjects after a number: adjectives take "-er": "die Anzahl eingetragener Personen". */
export const counted = (those: string): string => those.replace(ADJECTIVE_OF_SEVERAL, '$1er $2')
const ADJECTIVE_OF_SEVERAL = /^((?:[\p{L}-]+ )*?\p{Ll}+)e (\p{Lu})/u

/** "einer der Personen", "einem der Kinder": plurals in "-n" are nearly all feminine. */
export function oneOfThose(those: string, feminine: string, other: string): string {
  const noun =
    /^(?:[\p{L}-]+ )*?\p{Ll}+e (\p{Lu}[\p{L}-]*)/u.exec(those)?.[1] ?? /\p{Lu}[\p{L}-]*/u.exec(those)?.[0] ?? ''
  return `${/n$/.test(noun) ? feminine : other} der ${afterArticle(those)}`
}

/** Lengths one after the other before one day: "18 Jahre, dann 1 Monat nach dem Geburtsdatum". */
export function moved(date: string, length: string, way: 'nach' | 'vor'): string {
  const [, lengths, rest] =
    new RegExp(`^((?:\\d[\\d.]* (?:Tage?|Monate?|Jahre?)(?:, dann )?)+) ${way} (.*)$`).exec(date) ?? []
  return lengths !== undefined && rest !== undefined
    ? `${lengths}, dann ${inBrackets(length)} ${way} ${rest}`
    : `${inBrackets(length)} ${way} ${dative(date)}`
}

/** A length that is no figure, but a table or a sum. */
const inBrackets = (length: string) => (/^[\d(]/.test(length) ? length : `(${length})`)
