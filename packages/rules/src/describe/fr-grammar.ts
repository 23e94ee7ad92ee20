// French grammar for texts that are put together from labels: which article a label takes, and what "de" and "à" become
// before what follows. Where a noun's gender cannot be told from its form, the label stays as its author wrote it.

const FEMININE = new Set(
  (
    'activité adresse année arrivée base carte catégorie charge classe commune condition date demande donnée durée ' +
    'école fin fille habitation heure langue limite liste main maison mère mesure norme note part partie période personne ' +
    'place prime province région rente résidence rue situation somme taxe valeur ville voiture zone facture preuve ' +
    'intervention aide allocation invalidité incapacité déclaration fois'
  ).split(' '),
)
const MASCULINE = new Set(
  (
    'abonnement accueil âge an acheteur bénéficiaire carburant centre code compte conjoint contrat degré demandeur domicile ' +
    'droit début enfant élève foyer handicap jour logement loyer membre ménage mois montant motif niveau nom nombre numéro ' +
    'parent partenaire pays plafond point pourcentage prix programme quota quotient repas report revenu salaire score seuil ' +
    'sexe siège solde statut tarif taux territoire titulaire type véhicule règlement parc trimestre semestre kilomètre ' +
    'quartier immeuble service secteur organisme organe groupe cadre'
  ).split(' '),
)
const FEMININE_ENDING =
  /(?:[stx]ion|[ieéluan]té|ance|ence|ure|ée|ie|ise|esse|ette|elle|ière|aine|euse|trice|ade|ude|ine)$/
const MASCULINE_ENDING = /(?:ment|age|eau|isme|ier|eur|oir|at|et|al|el|il|ot|our)$/
/** In the singular these end as a plural does. */
const SINGULAR_IN_S = /^(?:mois|prix|taux|repas|pays|fois|cours|accès|décès|remboursement|ans|bus|choix|congés?)$/

// "h" is mute, but not in these.
const ASPIRATED = /^(?:handicap|hauteur|huit|hors|haut|hall|hameau|héros|hiérarchie)/i
const STARTS_WITH_VOWEL = /^[aeiouyàâäæéèêëîïôöœùûüh]/i
const elides = (text: string) => STARTS_WITH_VOWEL.test(text) && !ASPIRATED.test(text) && !/^onz/i.test(text)

const DETERMINED = /^(?:le |la |les |l['’]|un |une |des |du |ce |cet |cette |ces |son |sa |ses |leurs? |“|«)/i
const WRITTEN_DATE = /^(?:1er|\d{1,2}) (?:janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc)[^ ]*/
const LENGTH = /^\d[\d ]* (?:jours?|mois|ans?)\b/

/** What has no label goes by its name in the code, which is no French. */
const isName = (label: string) => /^[a-z]+[A-Z]/.test(label)
const headOf = (label: string) => /^[\p{L}-]+/u.exec(label)?.[0].toLowerCase() ?? ''
const isPlural = (head: string) => /[sx]$/.test(head) && !SINGULAR_IN_S.test(head)
const singular = (head: string) => (isPlural(head) ? head.replace(/[sx]$/, '') : head)

/** Whether what a label names is masculine or feminine, where its form tells. */
export function genderOf(label: string): 'm' | 'f' | undefined {
  const word = singular(headOf(label))
  if (FEMININE.has(word)) return 'f'
  if (MASCULINE.has(word)) return 'm'
  return FEMININE_ENDING.test(word) ? 'f' : MASCULINE_ENDING.test(word) ? 'm' : undefined
}

/** A label with its article: "le loyer", "la date de naissance", "l'âge", "les revenus". */
export function the(label: string): string {
  const gender = genderOf(label)
  if (DETERMINED.test(label) || gender === undefined || isName(label)) return label
  if (isPlural(headOf(label))) return `les ${label}`
  if (elides(label)) return `l'${label}`
  return `${gender === 'f' ? 'la' : 'le'} ${label}`
}

/** A label without its article. */
export const bare = (label: string): string => label.replace(/^(?:(?:le|la|les) |l['’])/i, '')

/** A written date takes its article within a sentence: "le 1er janvier 2026". */
const dated = (text: string) => (WRITTEN_DATE.test(text) ? `le ${text}` : text)

/** "du loyer", "de la date", "des revenus", "d'enfants". */
export function from(text: string): string {
  const noun = dated(text)
  if (/^les? /.test(noun)) return noun.replace(/^les /, 'des ').replace(/^le /, 'du ')
  return elides(noun) ? `d'${noun}` : `de ${noun}`
}

/** "au loyer", "à la date", "aux revenus". */
export function to(text: string): string {
  const noun = dated(text)
  return /^les? /.test(noun) ? noun.replace(/^les /, 'aux ').replace(/^le /, 'au ') : `à ${noun}`
}

/** A day as a noun: "le 1er janvier 2026", "la date de référence", "la date qui tombe 18 ans après …". */
export const day = (text: string): string => (LENGTH.test(text) ? `la date qui tombe ${text}` : dated(text))

/** A day on which something is so: "au 1er janvier 2026", "à la date de référence", "18 ans après …", "ce jour". */
export const onDay = (text: string): string => (LENGTH.test(text) || /^ce /.test(text) ? text : to(text))

/** The last or first day of a limit: "au plus tard le 1er janvier 2026", "au plus tard à la date de référence". */
export const byDay = (text: string): string => (WRITTEN_DATE.test(text) ? dated(text) : onDay(text))

/** A verb for one or for several, as its subject is. */
export const verb = (subject: string, one: string, several: string): string =>
  `${subject} ${/^(?:les|ces|ses|leurs) /.test(subject) ? several : one}`

/** Lengths one after the other before one day: "18 ans, puis 1 mois après la date de naissance". */
export function moved(date: string, length: string, way: 'après' | 'avant'): string {
  const [, lengths, rest] =
    new RegExp(`^((?:\\d[\\d ]* (?:jours?|mois|ans?)(?:, puis )?)+) ${way} (.*)$`).exec(date) ?? []
  return lengths !== undefined && rest !== undefined
    ? `${lengths}, puis ${inBrackets(length)} ${way} ${rest}`
    : `${inBrackets(length)} ${way} ${day(date)}`
}

/** A length that is no figure, but a table or a sum. */
const inBrackets = (length: string) => (/^[\d(]/.test(length) ? length : `(${length})`)
