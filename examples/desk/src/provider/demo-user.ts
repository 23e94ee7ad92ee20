/** Somebody who can sign in at the provider of the demo: what is said of them. */
export interface DemoUser {
  readonly sub: string
  readonly name: string
  readonly role: string
  readonly national_number?: string
}
