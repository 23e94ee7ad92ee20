import { factsFor, positive } from './vocabulary.ts'
import { wanted } from './expressions.ts'
import { datumOf } from './datum.ts'
import { drawFrom } from '../city/draw.ts'
console.log(positive('person'), factsFor(wanted({type:'count'})))
for (let i = 0; i < 10; i++) { const d = datumOf(drawFrom(i), positive('person'), {person:1, vehicle:1}, 0); console.log(d.at(0)) }
