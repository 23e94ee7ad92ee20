import { Hono } from 'hono'
import { barChart } from '../chart.ts'
import { type DeskOptions, decidingOf } from '../desk-options.ts'
import { type SignedIn, screenOf } from '../environment.ts'
import { figuresOf } from '../figures.ts'
import { registerNamed } from '../pages/called.ts'
import { CampaignPage, Campaigns } from '../pages/campaigns.tsx'
import { rightNamed } from '../rights.ts'
import { notice } from './notice.tsx'

/** Campaigns: started, approved and counted by an officer. */
export function campaigns(desk: DeskOptions): Hono<SignedIn> {
  const { ledger, population } = desk
  const app = new Hono<SignedIn>()

  /** Decides, or puts into effect what was approved; goes on where it was cut short. */
  async function go(id: string, policy: string, by: string): Promise<boolean> {
    const right = rightNamed(policy)
    if (right === undefined) return false
    const deciding = decidingOf(desk, 'campagne', by)
    const begun = await ledger.campaigns.find(id)
    await right.campaign(id, () => population(right), begun ? { ...deciding, on: begun.on } : deciding)
    return true
  }

  app.get('/', async (c) => c.html(<Campaigns screen={screenOf(c)} campaigns={await ledger.campaigns.all()} />))

  app.post('/', async (c) => {
    const { right } = await c.req.parseBody()
    const id = `${right}-${(await ledger.campaigns.all()).length + 1}`
    const went = typeof right === 'string' && (await go(id, right, c.get('session').user.id))
    return went ? c.redirect(`/campaigns/${id}`, 303) : notice(c, 'notFound')
  })

  app.get('/:id', async (c) => {
    const campaign = await ledger.campaigns.find(c.req.param('id'))
    if (campaign === undefined) return notice(c, 'notFound')
    return c.html(
      <CampaignPage screen={screenOf(c)} campaign={campaign} figures={await figuresOf(ledger, campaign.id)} />,
    )
  })

  app.post('/:id/approve', async (c) => {
    const campaign = await ledger.campaigns.find(c.req.param('id'))
    if (campaign === undefined) return notice(c, 'notFound')
    const { id: by } = c.get('session').user
    if (campaign.state === 'to approve') {
      await ledger.campaigns.approve(campaign.id, by)
      await go(campaign.id, campaign.policy, by)
    }
    return c.redirect(`/campaigns/${campaign.id}`, 303)
  })

  app.get('/:id/:chart{(outcomes|missing)\\.svg}', async (c) => {
    const campaign = await ledger.campaigns.find(c.req.param('id'))
    if (campaign === undefined) return notice(c, 'notFound')
    const { voice } = screenOf(c)
    const figures = await figuresOf(ledger, campaign.id)
    const { say } = voice
    const isOutcomes = c.req.param('chart').startsWith('outcomes')
    const bars = isOutcomes
      ? [
          { name: say('eligible'), count: figures.eligible },
          { name: say('notEligible'), count: figures.notEligible },
          { name: say('undetermined'), count: figures.undetermined },
        ]
      : figures.missing.map(({ source, waits }) => ({ name: registerNamed(source, voice), count: waits }))
    const svg = await barChart(bars, say(isOutcomes ? 'outcomes' : 'missing'))
    return c.body(svg, 200, { 'content-type': 'image/svg+xml; charset=utf-8' })
  })
  return app
}
