import type { Label } from '@vanzelf/rules'

/** The legal bases on which Ghent's rights ask each register, as a citizen reads them. */
export const bases = {
  'population-register': {
    nl: 'de machtiging van de stad voor het Rijksregister; nummer niet gevonden',
    fr: "l'autorisation de la ville pour le Registre national ; numéro non trouvé",
    de: 'die Ermächtigung der Stadt für das Nationalregister; Nummer nicht gefunden',
    en: "the city's authorisation for the National Register; number not found",
  },
  'social-security': {
    nl: 'de algemene machtiging van de sociale zekerheid voor automatische toekenning door gemeenten; nummer niet gevonden',
    fr: "l'autorisation générale de la sécurité sociale pour l'octroi automatique par les communes ; numéro non trouvé",
    de: 'die allgemeine Ermächtigung der Sozialen Sicherheit für die automatische Gewährung durch Gemeinden; Nummer nicht gefunden',
    en: 'general authorisation of social security for automatic grants by municipalities; number not found',
  },
  'municipal-welfare': {
    nl: 'eigen dossiers van het OCMW van Gent, voor een toekenning door dezelfde administratie; artikel niet ingezien',
    fr: 'dossiers propres du CPAS de Gand, pour un octroi par la même administration ; article non consulté',
    de: 'eigene Akten des ÖSHZ von Gent, für eine Gewährung durch dieselbe Verwaltung; Artikel nicht eingesehen',
    en: 'own files of the OCMW of Ghent, for a grant by the same administration; article not seen',
  },
  childcare: {
    nl: 'eigen dossier van de dienst kinderopvang van Gent; artikel niet ingezien',
    fr: "dossier propre du service d'accueil des enfants de Gand ; article non consulté",
    de: 'eigene Akte des Dienstes für Kinderbetreuung von Gent; Artikel nicht eingesehen',
    en: 'own file of the childcare service of Ghent; article not seen',
  },
  education: {
    nl: 'de machtiging van de stad voor de inschrijvingen van haar eigen scholen; nummer niet gevonden',
    fr: "l'autorisation de la ville pour les inscriptions dans ses propres écoles ; numéro non trouvé",
    de: 'die Ermächtigung der Stadt für die Einschreibungen an ihren eigenen Schulen; Nummer nicht gefunden',
    en: "the city's authorisation for the enrolments of its own schools; number not found",
  },
} as const satisfies { readonly [source: string]: Label }
