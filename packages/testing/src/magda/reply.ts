import type { Question } from './question.ts'

const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/'

const namespaces: { readonly [service: string]: string } = {
  RegistreerInschrijving: 'http://webservice.registreerinschrijvingdienst-02_01.repertorium-02_01.vip.vlaanderen.be',
  GeefPersoon: 'http://magda.vlaanderen.be/persoon/soap/geefpersoon/v02_02',
  GeefGezinssamenstelling: 'http://magda.vlaanderen.be/persoon/soap/geefgezinssamenstelling/v02_02',
  GeefSociaalStatuut: 'http://magda.vlaanderen.be/soczek/soap/geefsociaalstatuut/v03_00',
  ZoekPersoonOpAdres: 'http://magda.vlaanderen.be/persoon/soap/zoekpersoonopadres/v02_02',
  GeefDossierHandicap: 'http://magda.vlaanderen.be/soczek/soap/geefdossierhandicap/v03_00',
  GeefAanslagbiljetPersonenbelasting:
    'http://webservice.geefaanslagbiljetpersonenbelastingdienst-02_00.inkomen-02_00.vip.vlaanderen.be',
  GeefHistoriekInschrijving: 'http://webservice.geefhistoriekinschrijvingdienst-02_01.onderwijs.vlaanderen.be',
  GeefLEZGegevens: 'http://webservice.geeflezgegevensdienst-02_00.milieu-02_00.vip.vlaanderen.be',
  RegistreerLEZGegevens: 'http://webservice.registreerlezgegevensdienst-02_00.milieu-02_00.vip.vlaanderen.be',
  VerwijderLEZGegevens: 'http://webservice.verwijderlezgegevensdienst-02_00.milieu-02_00.vip.vlaanderen.be',
  GeefLeefloonperiodes: 'http://webservice.geefleefloonperiodesdienst-02_00.soczek-02_00.vip.vlaanderen.be',
}

/** The SOAP envelope around a body. */
export const enveloped = (body: string) =>
  `<soapenv:Envelope xmlns:soapenv="${SOAP}"><soapenv:Header/><soapenv:Body>${body.replace(/^\s*<\?xml[^>]*\?>/, '')}</soapenv:Body></soapenv:Envelope>`

/** A fault, as a SOAP server gives one. */
export const faultOf = (code: string, text: string) =>
  enveloped(
    `<soapenv:Fault><faultcode>soapenv:${escaped(code)}</faultcode><faultstring>${escaped(text)}</faultstring></soapenv:Fault>`,
  )

/** An answer with content. */
export const answerOf = (question: Question, content: string) =>
  replied(
    question,
    `<Antwoorden><Antwoord><Referte>${escaped(question.reference)}</Referte><Inhoud>${content}</Inhoud></Antwoord></Antwoorden>`,
  )

/** What is said instead of content: about the question, or about the request as a whole. */
export interface Exception {
  readonly code: string
  /** Who says so; several say it each for itself. */
  readonly origin?: string | readonly string[]
  readonly circumstance?: string
  readonly text?: string
  /** `FOUT` unless said. */
  readonly type?: 'FOUT' | 'WAARSCHUWING' | 'INFORMATIE'
  readonly ofRequest?: true
}

/** An answer that is an exception. */
export function exceptionOf(question: Question, exception: Exception): string {
  const { code, origin = 'MAGDA', circumstance, text = 'exception', type = 'FOUT', ofRequest } = exception
  const each = (from: string) =>
    `<Uitzondering><Identificatie>${escaped(code)}</Identificatie><Oorsprong>${escaped(from)}</Oorsprong><Type>${type}</Type><Diagnose>${escaped(text)}</Diagnose>${circumstance ? `<Omstandigheid>${escaped(circumstance)}</Omstandigheid>` : ''}</Uitzondering>`
  const told = `<Uitzonderingen>${[origin].flat().map(each).join('')}</Uitzonderingen>`
  return replied(
    question,
    ofRequest
      ? told
      : `<Antwoorden><Antwoord><Referte>${escaped(question.reference)}</Referte>${told}</Antwoord></Antwoorden>`,
  )
}

function replied({ service, version, message, sender }: Question, below: string): string {
  const namespace = namespaces[service] ?? `urn:${service}`
  return enveloped(
    `<m:${service}Response xmlns:m="${namespace}"><Repliek><Context><Naam>${service}</Naam><Versie>${version}</Versie><Bericht><Type>ANTWOORD</Type><Tijdstip><Datum>2026-01-01</Datum><Tijd>12:00:00.000</Tijd></Tijdstip><Afzender><Identificatie>loopback</Identificatie><Referte>${escaped(message)}</Referte></Afzender><Ontvanger><Identificatie>${escaped(sender.uri)}</Identificatie><Referte>${escaped(message)}</Referte><Hoedanigheid>${escaped(sender.hoedanigheid)}</Hoedanigheid></Ontvanger></Bericht></Context>${below}</Repliek></m:${service}Response>`,
  )
}

/** A text as it may stand in an element. */
export const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
