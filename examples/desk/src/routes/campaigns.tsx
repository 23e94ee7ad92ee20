import { invite } from '@vanzelf/proactive'
import { Hono } from 'hono'
import { campaignChart, charts } from '../campaign-chart.ts'
import { type DeskOptions, decidingOf } from '../desk-options.ts'
import { type SignedIn, screenOf } from '../environment.ts'
import { figuresOf } from '../figures.ts'
import { CampaignPage } from '../pages/campaign.tsx'
import { Campaigns } from '../pages/campaigns.tsx'
import { isOfDesk, type Right, rightNamed } from '../rights.ts'
import { notice } from './notice.tsx'

/** Campaigns: started, approved and counted by an officer. */
export function campaigns(desk: DeskOptions): Hono<SignedIn> {
  const { invitations, ledger, population, residents } = desk
  const app = new Hono<SignedIn>()

  /** Decides, or puts into effect what was approved; goes on where it was cut short, and leaves alone what was begun elsewhere. */
  async function go(id: string, right: Right, by: string): Promise<void> {
    const deciding = decidingOf(desk, 'campagne', by)
    const begun = await ledger.campaigns.find(id)
    if (begun && !isOfDesk(begun)) return
    await right.campaign(id, () => population(right), begun ? { ...deciding, on: begun.on } : deciding)
  }

  app.get('/', async (c) => c.html(<Campaigns screen={screenOf(c)} campaigns={await ledger.campaigns.all()} />))

  app.post('/', async (c) => {
    const { right: named } = await c.req.parseBody()
    const right = rightNamed(typeof named === 'string' ? named : undefined)
    if (right === undefined) return notice(c, 'notFound')
    const id = `${right.id}-${(await ledger.campaigns.all()).length + 1}`
    await go(id, right, c.get('session').user.id)
    return c.redirect(`/campaigns/${id}`, 303)
  })

  app.get('/:id', async (c) => {
    const campaign = await ledger.campaigns.find(c.req.param('id'))
    if (campaign === undefined) return notice(c, 'notFound')
    return c.html(
      <CampaignPage
        screen={screenOf(c)}
        campaign={campaign}
        figures={await figuresOf(ledger, campaign.id)}
        approvals={await ledger.campaigns.approvals(campaign.id)}
        residents={residents}
      />,
    )
  })

  app.post('/:id/approve', async (c) => {
    const campaign = await ledger.campaigns.find(c.req.param('id'))
    if (campaign === undefined) return notice(c, 'notFound')
    const { id: by } = c.get('session').user
    const right = rightNamed(campaign.policy)
    if (campaign.state === 'to approve') {
      await ledger.campaigns.approve(campaign.id, by)
      if (right !== undefined) await go(campaign.id, right, by)
    }
    return c.redirect(`/campaigns/${campaign.id}`, 303)
  })

  app.post('/:id/go-on', async (c) => {
    const campaign = await ledger.campaigns.find(c.req.param('id'))
    const right = rightNamed(campaign?.policy)
    if (campaign === undefined || right === undefined) return notice(c, 'notFound')
    await go(campaign.id, right, c.get('session').user.id)
    return c.redirect(`/campaigns/${campaign.id}`, 303)
  })

  app.post('/:id/invite', async (c) => {
    const campaign = await ledger.campaigns.find(c.req.param('id'))
    if (campaign === undefined) return notice(c, 'notFound')
    // Not while it waits for approval: what it decided may still come to nothing.
    if (campaign.state === 'done') await invite(ledger, { campaign: campaign.id, channel: invitations })
    return c.redirect(`/campaigns/${campaign.id}`, 303)
  })

  app.get('/:id/:chart{[a-z-]+\\.svg}', async (c) => {
    const campaign = await ledger.campaigns.find(c.req.param('id'))
    const chart = charts.find((name) => `${name}.svg` === c.req.param('chart'))
    if (campaign === undefined || chart === undefined) return notice(c, 'notFound')
    const svg = await campaignChart({
      chart,
      figures: await figuresOf(ledger, campaign.id),
      right: rightNamed(campaign.policy),
      voice: screenOf(c).voice,
    })
    return c.body(svg, 200, { 'content-type': 'image/svg+xml; charset=utf-8' })
  })
  return app
}
