import { fireEvent, screen } from '@testing-library/preact'
import type { Answer } from '../../../src/domain/answer.ts'
import type { Space } from '../../../src/store/space.ts'
import type { Acts, Invitation } from '../../../src/ui/app/acts.ts'
import { EnterPage } from '../../../src/ui/pages/enter.tsx'
import { renderIn } from '../render-app.tsx'

export const campus = { name: 'Campus du Bois', kind: 'campus' } as const
export const invited: Invitation = {
  kind: 'invite',
  space: campus,
  from: 'Camille Martin',
  name: 'Léa Blanc',
  role: 'member',
  expires: Date.now() + 3_600_000,
  code: 'K7QF2-M9X3T',
}
type Entered = Parameters<Acts['enter']>
/** A server with one answer for looking and one for entering; what it was asked is noted. */
export const server = (looked: Answer<Invitation>, entered: Answer<undefined> = { ok: true, value: undefined }) => {
  const looks: string[] = []
  const enters: Entered[] = []
  const acts = {
    look: async (secret: string) => {
      looks.push(secret)
      return looked
    },
    enter: async (...asked: Entered) => {
      enters.push(asked)
      return entered
    },
  }
  return { acts, looks, enters }
}
export const shows = (invitation: Invitation) => ({ ok: true, value: invitation }) as const
export const open = (acts: Partial<Acts>, given: { space?: Space; path?: string; language?: 'en' } = {}) =>
  renderIn(<EnterPage install="manual" />, { path: '/entrer#the-token', acts, ...given })

export const use = () => screen.getByRole('button', { name: 'Utiliser cet appareil' })
export const typeIn = (name: string | RegExp, value: string) =>
  fireEvent.input(screen.getByRole('textbox', { name }), { target: { value } })
