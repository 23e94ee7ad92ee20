import { pseudonyms } from '@vanzelf/source/pseudonyms'
import { describe, expect, it } from 'vitest'
import { uitpas } from './uitpas.ts'

const people = pseudonyms({ key: 'a secret of thirty-two bytes, or more' })
const opened = (endpoint: string, tokenEndpoint = 'https://login.example.org/token') =>
  uitpas({
    endpoint,
    client: { tokenEndpoint, clientId: 'a-city', clientSecret: 'a secret' },
    cardSystemId: 1,
    pseudonyms: people,
  })

describe('an address', () => {
  it.each([
    'https://api.example.org',
    'http://127.0.0.1:8080',
    'http://127.1.2.3',
    'http://localhost:8080',
    'http://[::1]:8080',
  ])('of https, or of the machine itself, is taken: %s', (address) => {
    expect(() => opened(address, address)).not.toThrow()
  })

  it.each([
    'http://api.example.org',
    'HTTP://api.example.org',
    'http://localhost.example.org',
    'http://127.0.0.1.example.org',
    'http://10.0.0.1',
    'http://localhost@example.org',
    'ftp://127.0.0.1',
  ])('in clear is refused, for the API and for its tokens: %s', (address) => {
    expect(() => opened(address)).toThrow(
      expect.objectContaining({ code: 'not-https', what: expect.stringContaining('`endpoint`') }),
    )
    expect(() => opened('https://api.example.org', address)).toThrow(
      expect.objectContaining({ code: 'not-https', what: expect.stringContaining('`client.tokenEndpoint`') }),
    )
  })

  it('that is none is refused', () => {
    expect(() => opened('api.example.org')).toThrow(expect.objectContaining({ code: 'bad-option' }))
  })

  it('stands in no message: it may hold a secret', () => {
    expect(() => opened('http://a-city:a-secret@example.org')).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('a-secret') }),
    )
  })
})
