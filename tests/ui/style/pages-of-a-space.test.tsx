import { fireEvent, screen, waitFor } from '@testing-library/preact'
import axe, { type RunOptions } from 'axe-core'
import type { ComponentChildren } from 'preact'
import { afterEach, expect, test } from 'vitest'
import type { Acts, OpenInvitation } from '../../../src/ui/app/acts.ts'
import { OtherPlaces } from '../../../src/ui/app/other-places.tsx'
import { ProblemPage } from '../../../src/ui/app/problem-page.tsx'
import { EnterPage } from '../../../src/ui/pages/enter.tsx'
import { InstallPage } from '../../../src/ui/pages/install.tsx'
import { TeamPage } from '../../../src/ui/pages/team.tsx'
import '../../../src/ui/record/correction-page.tsx'
import '../../../src/ui/sync/refused-page.tsx'
import { loadTranslation, speak } from '../../../src/i18n/language.ts'
import { birth, save } from '../../../src/store/write.ts'
import { teamSpace } from '../as-a-team.ts'
import { invited, server, shows } from '../entry/at-the-door.tsx'
import { renderIn } from '../render-app.tsx'

afterEach(() => {
  sessionStorage.clear()
  delete document.documentElement.dataset.theme
})
const link = { link: 'https://campus.example/entrer#tok', code: 'K7QF2-M9X3T', expires: Date.now() + 9e6 }
const open: OpenInvitation[] = [
  { id: 'i', kind: 'invite', name: 'Zoé Petit', role: 'member', expires: Date.now() + 9e6 },
]
const acts: Partial<Acts> = {
  invite: async () => ({ ok: true, value: link }),
  invitations: async () => ({ ok: true, value: open }),
}

const refusedSpace = async () => {
  const space = await teamSpace(Date.now)
  await save(space, [
    birth(space, 'people', { name: 'Élodie Roux', position: 'Tutrice de trop', mobile: '+33639981234' }),
  ])
  const [change] = await space.db.table('outbox').toArray()
  await space.db.table('refused').bulkPut([
    { n: 1, change, code: 'invalid', at: new Date().toISOString() },
    { n: 2, change: { ...change, n: 2 }, code: 'forbidden', at: new Date().toISOString(), isOff: true },
  ])
  return { space, n: change.n }
}
const contrast: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast'] } }
const allRules: RunOptions = { resultTypes: ['violations'], rules: { region: { enabled: false } } }
/** What axe finds serious in each theme: by all rules in the light one, in the others by those a theme can change. */
const faults = async (where: string) => {
  const found = document.documentElement.scrollWidth > innerWidth ? [`${where}: scrolls sideways`] : []
  for (const animation of document.getAnimations()) animation.finish()
  for (const theme of ['light', 'dark', 'sun']) {
    document.documentElement.dataset.theme = theme
    const { violations } = await axe.run(document.body, theme === 'light' ? allRules : contrast)
    for (const { id, impact, nodes } of violations)
      if (impact === 'serious' || impact === 'critical')
        found.push(...nodes.map((node) => `${where}, ${theme}: ${id}: ${node.html.slice(0, 140)}`))
  }
  return found
}

test.each(['fr', 'en'] as const)(
  'the pages of a space have no serious fault (%s)',
  async (language) => {
    document.documentElement.lang = language
    const found: string[] = []
    const look = async (where: string, page: ComponentChildren, given: object, ready: () => Promise<unknown>) => {
      const { view } = await renderIn(page, { language, ...given })
      await ready()
      found.push(...(await faults(where)))
      view.unmount()
    }
    const { space, n } = await refusedSpace()
    await look('to review', <OtherPlaces path="/a-revoir" />, { space, path: '/a-revoir' }, () =>
      screen.findAllByText('Tutrice de trop'),
    )
    await look('a correction', <OtherPlaces path={`/a-revoir/${n}`} />, { space, path: `/a-revoir/${n}` }, () =>
      screen.findByDisplayValue('Élodie Roux'),
    )
    const team = await teamSpace(Date.now)
    await team.db.table('meta').update('enrolment', { role: 'direction' })
    await look('the team', <TeamPage />, { space: team, acts, path: '/equipe' }, () => screen.findByText('Zoé Petit'))
    await look('an invitation', <TeamPage />, { space: team, acts, path: '/equipe' }, async () => {
      fireEvent.click(
        await screen.findByRole('button', { name: language === 'fr' ? 'Ajouter un de mes appareils' : /device/i }),
      )
      await screen.findByRole('status', { name: 'Code' })
      await screen.findByRole('img')
    })
    const door = server(shows(invited)).acts
    await look('entering', <EnterPage install="manual" />, { acts: door, path: '/entrer#t' }, () =>
      screen.findByRole('textbox'),
    )
    await look(
      'a new space',
      <EnterPage install="manual" />,
      { acts: server(shows({ ...invited, kind: 'setUp', role: 'direction' })).acts, path: '/entrer#t' },
      () => waitFor(() => expect(screen.getAllByRole('textbox')).toHaveLength(2)),
    )
    await look('install first', <EnterPage install="ios" />, { acts: door, path: '/entrer#t' }, () =>
      screen.findByRole('status'),
    )
    await look(
      'a used link',
      <EnterPage install="manual" />,
      { acts: server({ ok: false, why: 'used' }).acts, path: '/entrer#t' },
      () => screen.findByRole('alert'),
    )
    await look('installing on iOS', <InstallPage state="ios" secure />, {}, () => screen.findAllByRole('listitem'))
    await look('installing, not https', <InstallPage state="manual" secure={false} />, {}, () =>
      screen.findAllByText(/https/),
    )
    const speech = speak(language, await loadTranslation(language))
    for (const problem of ['wiped', 'refused', 'outdated'] as const)
      await look(problem, <ProblemPage speech={speech} problem={problem} startAfresh={() => {}} />, {}, () =>
        screen.findByRole('alert'),
      )
    expect(found).toEqual([])
  },
  60_000,
)
