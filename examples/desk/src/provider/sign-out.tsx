import { ProviderPage } from './provider-page.tsx'

/** Asks whether somebody wants to sign out here too. The form goes to its own address, with all that was asked. */
export function SignOut() {
  return (
    <ProviderPage title="Afmelden">
      <h1>Wilt u zich afmelden?</h1>
      <p>Bij het loket bent u al afgemeld. Meldt u zich ook hier af, dan kan niemand na u als u verder.</p>
      <form method="post">
        <button type="submit">Ja, meld mij af</button>
      </form>
    </ProviderPage>
  )
}
