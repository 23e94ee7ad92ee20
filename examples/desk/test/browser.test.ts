/// <reference lib="dom" />
import { existsSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Demo, demo } from '../src/demo.ts'
import { now } from './town.ts'

const CHROMIUM = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path))
if (CHROMIUM === undefined)
  console.log('The pages were not opened in a browser: no Chromium was found. Install it, or tell where in CHROMIUM.')

/** Where pictures of the pages go, if somebody wants them. */
const PICTURES = process.env['DESK_PICTURES']

/** Chromium starts nothing of its own that needs the network. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

describe.skipIf(CHROMIUM === undefined)('in a browser', () => {
  let here: Demo
  let browser: Browser
  beforeAll(async () => {
    here = await demo({
      residents: 400,
      disturbance: { fail: { 'social-security': 0.1 }, doubt: 0.02, seed: 3 },
      lookUpsPerMinute: 100,
      now: () => now,
    })
    browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: QUIET })
  })
  afterAll(async () => {
    await browser?.close()
    await here?.close()
  })

  const newPage = async () => {
    // No content policy is switched off: what axe needs comes in from outside the page.
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    const page = await context.newPage()
    page.setDefaultTimeout(20_000)
    return page
  }
  const signedIn = async (name: string) => {
    const page = await newPage()
    await page.goto(`${here.origin}/sign-in`)
    await page.getByRole('link', { name: new RegExp(`^${name}`) }).click()
    return page
  }
  const lookUp = async (page: Page, number: string, right: RegExp) => {
    await page.goto(`${here.origin}/counter`)
    await page.getByLabel('Rijksregisternummer').fill(number)
    await page.getByLabel(right).check()
    await page.getByRole('button', { name: 'Nakijken' }).click()
  }

  it('every page has no violation of WCAG 2.2 AA, and fits in 320 pixels', async () => {
    const checked = async (page: Page, name: string) => {
      if (PICTURES) await picture(page, PICTURES, name)
      expect(await violations(page), name).toEqual([])
      await page.setViewportSize({ width: 320, height: 256 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${name} at 400 %`).toBeLessThanOrEqual(
        320,
      )
      await page.setViewportSize({ width: 1280, height: 900 })
    }
    const visitor = await newPage()
    await visitor.goto(here.origin)
    await checked(visitor, 'welcome')
    await visitor.goto(`${here.origin}/counter`)
    await checked(visitor, 'not-signed-in')
    await visitor.goto(`${here.origin}/sign-in`)
    await checked(visitor, 'provider')

    const clerk = await signedIn('Lotte')
    await checked(clerk, 'counter')
    await lookUp(clerk, '12345678901', /UiTPAS/)
    await checked(clerk, 'counter-wrong')
    await lookUp(clerk, here.numbers['not eligible'], /UiTPAS/)
    await checked(clerk, 'no')
    await lookUp(clerk, here.numbers.undetermined, /UiTPAS/)
    await checked(clerk, 'not-known')
    await lookUp(clerk, here.numbers.eligible, /huisvuil/)
    await checked(clerk, 'household')
    await lookUp(clerk, here.numbers.eligible, /UiTPAS/)
    await checked(clerk, 'yes')
    await clerk.getByRole('button', { name: 'Toekennen' }).click()
    await checked(clerk, 'granted')
    await clerk.getByRole('link', { name: 'Brief tonen' }).click()
    await checked(clerk, 'letter')
    await clerk.goto(`${clerk.url()}?lang=fr`)
    await checked(clerk, 'letter-fr')
    await clerk.goto(`${here.origin}/chain`)
    await checked(clerk, 'forbidden')
    await clerk.goto(`${here.origin}/nowhere`)
    await checked(clerk, 'not-found')

    const officer = await signedIn('Nele')
    await officer.getByRole('button', { name: /huisvuil/ }).click()
    await checked(officer, 'to-approve')
    await officer.getByRole('button', { name: /Goedkeuren/ }).click()
    await officer.getByRole('img').last().waitFor()
    await checked(officer, 'campaign')
    await officer.getByRole('button', { name: 'Brieven sturen' }).click()
    await officer.getByText(/^Uitgenodigd met een brief: [1-9]/).waitFor()
    await checked(officer, 'invited')
    await officer.goto(`${here.origin}/campaigns`)
    await checked(officer, 'campaigns')
    await officer.getByRole('button', { name: /sociaal tarief/ }).click()
    await officer.getByRole('button', { name: /Goedkeuren/ }).click()
    await officer.getByRole('img').last().waitFor()
    await checked(officer, 'campaign-families')

    const reader = await signedIn('Amira')
    await reader.getByLabel(/UiTPAS/).check()
    await reader.getByLabel('Waarom niet?').fill('Ik kreeg vorig jaar wel iets.')
    await reader.getByRole('button', { name: 'Laat het ons weten' }).click()
    await reader.getByText('Een medewerker kijkt het na.').waitFor()
    const reviewer = await signedIn('Rik')
    await checked(reviewer, 'reviews')
    await reviewer.getByLabel('Waarom beslist u zo?').first().fill('Het attest is getoond.')
    await reviewer.getByRole('button', { name: 'Wel toekennen' }).first().click()
    await reviewer.getByRole('status').waitFor()
    await checked(reviewer, 'reviewed')
    await reviewer.getByRole('button', { name: 'Afmelden' }).click()
    await reviewer.getByRole('button', { name: 'Ja, meld mij af' }).waitFor()
    await checked(reviewer, 'provider-sign-out')
    await reviewer.getByRole('button', { name: 'Ja, meld mij af' }).click()
    await reviewer.getByText('U bent afgemeld').first().waitFor()
    await checked(reviewer, 'signed-out')
    await reviewer.goto(`${here.origin}/sign-in`)
    await reviewer.getByText('Wie bent u?').waitFor()
    await checked(await signedIn('Dirk'), 'chain')
    const citizen = await signedIn('Amira')
    for (const language of ['nl', 'fr', 'de', 'en']) {
      await citizen.goto(`${here.origin}/me?lang=${language}`)
      await checked(citizen, `me-${language}`)
    }
  }, 240_000)

  it('the keyboard alone leads from signing in to a granted right, and focus is always seen', async () => {
    const page = await newPage()
    await page.goto(here.origin)
    const reach = async (name: RegExp) => {
      for (let step = 0; step < 30; step++) {
        await page.keyboard.press('Tab')
        const at = await focused(page)
        expect(at.isSeen, at.name).toBe(true)
        if (name.test(at.name)) return
      }
      expect.fail(`no way by Tab to ${name}`)
    }
    await reach(/^Naar de inhoud$/)
    await page.keyboard.press('Enter')
    await reach(/^Aanmelden$/)
    await Promise.all([page.waitForURL(/authorize/), page.keyboard.press('Enter')])
    await reach(/^Lotte/)
    await Promise.all([page.waitForURL(/counter$/), page.keyboard.press('Enter')])
    await reach(/^number$/)
    await page.keyboard.type(here.numbers.eligible)
    await reach(/^uitpas|^waste-bags/)
    await page.keyboard.press('Space')
    await reach(/^Nakijken$/)
    await Promise.all([page.waitForURL(/cases/), page.keyboard.press('Enter')])
    expect(await page.locator('h1').textContent()).toBe('Ja')
    await reach(/^Toekennen$/)
    await Promise.all([page.waitForLoadState('load'), page.keyboard.press('Enter')])
    await page.getByRole('status').waitFor()
    expect(await page.getByRole('status').textContent()).toMatch(/toegekend/i)
  }, 120_000)

  it('a card reader that types the number and Enter is not in the way of choosing a right', async () => {
    const page = await signedIn('Lotte')
    await page.getByLabel('Rijksregisternummer').focus()
    await page.keyboard.type(here.numbers.eligible.replace(/(..)(..)(..)(...)(..)/, '$1.$2.$3-$4.$5'))
    await page.keyboard.press('Enter')
    // The browser itself asks for the right first, and the number stays.
    expect(page.url()).toMatch(/counter$/)
    await page.getByLabel(/UiTPAS/).check()
    await page.getByRole('button', { name: 'Nakijken' }).click()
    expect(await page.locator('h1').textContent()).toBe('Ja')
  })
})

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
}

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

async function violations(page: Page): Promise<readonly string[]> {
  // A script of the page would be refused by its policy; this one runs from the outside.
  const { readFileSync } = await import('node:fs')
  await page.evaluate(readFileSync(AXE, 'utf8'))
  const run = `axe.run(document, { runOnly: ${JSON.stringify(TAGS)} }).then(({ violations }) => violations)`
  const found = await page.evaluate<readonly Violation[]>(run)
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  )
}

const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement
    if (!(at instanceof HTMLElement)) return { name: '', isSeen: false }
    const { outlineStyle, outlineWidth } = getComputedStyle(at)
    const { width, height, bottom } = at.getBoundingClientRect()
    const isSeen =
      at === document.body ||
      (outlineStyle !== 'none' && outlineWidth !== '0px' && width > 0 && height > 0 && bottom > 0)
    return { name: at.id || (at.textContent ?? '').trim(), isSeen }
  })

async function picture(page: Page, folder: string, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
  await page.setViewportSize({ width: 320, height: 700 })
  await page.screenshot({ path: `${folder}/${name}-320.png`, fullPage: true })
  await page.setViewportSize({ width: 1280, height: 900 })
}
