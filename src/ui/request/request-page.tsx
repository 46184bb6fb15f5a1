import { useState } from 'preact/hooks'
import { teamwork as teamworkWords } from '../../i18n/fr/teamwork.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLocation } from '../app/location.tsx'
import { Page } from '../parts/page.tsx'
import { rowPath } from '../paths.ts'
import type { TypedValues } from '../record/face.ts'
import { isSame } from '../record/typed.ts'
import { useFormDraft } from '../record/use-form-draft.ts'
import { RequestForm } from './request-form.tsx'

/** Where a request of a company is noted and given to somebody, from its page, a person's, or Accueil. */
export const RequestPage = () => {
  const { space } = useApp()
  const words = useWords(teamworkWords)
  const { query, route } = useLocation()
  const [given] = useState(query)
  const { person = '', organisation = '' } = given
  const start: TypedValues = { person, organisation, what: '', channel: 'call', owner: space.me }
  const draft = useFormDraft({
    form: 'request',
    asked: given.draft,
    suits: (values) => isSame(values.person, person) && isSame(values.organisation, organisation),
  })
  const home = person
    ? rowPath(space.catalog, 'people', person)
    : organisation
      ? rowPath(space.catalog, 'organisations', organisation)
      : '/'
  return (
    <Page title={words.noteRequest} back={home}>
      {draft && <RequestForm start={start} draft={draft} done={() => route(home, true)} />}
    </Page>
  )
}
