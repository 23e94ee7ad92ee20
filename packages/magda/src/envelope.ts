import type { Moment } from './moment.ts'
import type { Sender, Service } from './service.ts'
import { escaped } from './xml.ts'

export const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/'

/** One question to one service, as it is sent: the platform takes one question in a request. */
export function envelopeOf<Question>(
  service: Service<Question, unknown>,
  question: Question,
  { sender, reference, moment }: { readonly sender: Sender; readonly reference: string; readonly moment: Moment },
): string {
  const asked = service.question(question, sender)
  const content = service.enclosed === false ? asked : `<Inhoud>${asked}</Inhoud>`
  return `<soapenv:Envelope xmlns:soapenv="${SOAP}"><soapenv:Header/><soapenv:Body><m:${service.name} xmlns:m="${service.namespace}"><Verzoek>
<Context><Naam>${service.name}</Naam><Versie>${service.version}</Versie><Bericht><Type>VRAAG</Type><Tijdstip><Datum>${moment.day}</Datum><Tijd>${moment.time}</Tijd></Tijdstip><Afzender><Identificatie>${escaped(sender.uri)}</Identificatie><Referte>${escaped(reference)}</Referte><Hoedanigheid>${escaped(sender.hoedanigheid)}</Hoedanigheid></Afzender></Bericht></Context>
<Vragen><Vraag><Referte>${escaped(reference)}</Referte>${content}</Vraag></Vragen>
</Verzoek></m:${service.name}></soapenv:Body></soapenv:Envelope>`
}
