import { screen } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { Contacts } from '../../../src/ui/pages/contacts.tsx'
import { renderIn } from '../render-app.tsx'

test.each(['people', 'organisations', 'exchanges'])(
  'the trash is one quiet line under the list of %s',
  async (table) => {
    await renderIn(<Contacts table={table} />, { path: `/contacts/${table}` })
    const link = await screen.findByRole('link', { name: 'Corbeille' })
    expect(link.getAttribute('href')).toBe('/corbeille')
    expect(link.getBoundingClientRect().height).toBeGreaterThanOrEqual(48)
  },
)
