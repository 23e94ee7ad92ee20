/** What answers a walk: a desk, or a connection to one. */
export interface Asked {
  readonly request: (url: string, init?: RequestInit) => Response | Promise<Response>
}

/** One browser's side of a desk: it keeps cookies, follows nothing by itself, and knows the token of the last page. */
export interface Walk {
  readonly get: (path: string) => Promise<Seen>
  readonly post: (path: string, fields?: { readonly [name: string]: string }) => Promise<Seen>
  readonly follow: (seen: Seen) => Promise<Seen>
  readonly signIn: (as: string) => Promise<Seen>
  readonly cookies: Map<string, string>
}

/** All of an answer that can be seen from outside. */
export interface Seen {
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
  readonly body: string
}

export const header = ({ headers }: Seen, name: string) => headers.find(([one]) => one === name)?.[1]

export function walk(app: Asked, origin: string): Walk {
  const cookies = new Map<string, string>()
  let token = ''
  async function ask(path: string, init: RequestInit = {}): Promise<Seen> {
    const headers = new Headers(init.headers)
    headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const answer = await app.request(path.startsWith('http:') ? path : `${origin}${path}`, {
      ...init,
      headers,
      redirect: 'manual',
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      const [name = '', value = ''] = pair.split('=')
      if (cookie.includes('Max-Age=0')) cookies.delete(name)
      else cookies.set(name, value)
    }
    const body = await answer.text()
    token = /name="token" value="([^"]+)"/.exec(body)?.[1] ?? token
    return { status: answer.status, headers: [...answer.headers], body }
  }
  const me: Walk = {
    cookies,
    get: (path) => ask(path),
    post: (path, fields = {}) =>
      ask(path, {
        method: 'POST',
        headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ token, ...fields }).toString(),
      }),
    follow: (seen) => ask(header(seen, 'location') ?? ''),
    signIn: async (as) => {
      const to = new URL(header(await ask('/sign-in'), 'location') ?? '')
      to.searchParams.set('as', as)
      const back = await fetch(to, { redirect: 'manual' })
      const home = await ask(back.headers.get('location') ?? '')
      return header(home, 'location') === undefined ? home : me.follow(home)
    },
  }
  return me
}
