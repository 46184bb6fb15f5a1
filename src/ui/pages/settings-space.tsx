import { settings } from '../../i18n/fr/settings.ts'
import { enrolmentOf } from '../../store/sync-state.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { useLive } from '../app/use-live.ts'
import { Group } from '../parts/page.tsx'
import { Row } from '../parts/row.tsx'

/** The space one works in, or the way into one. */
export const SpaceSetting = () => {
  const { space } = useApp()
  const words = useWords(settings).space
  const known = useLive(async (space) => ({ name: (await enrolmentOf(space))?.name }), [])
  if (!known || space.kind === 'examples') return null
  return (
    <Group heading={words.title}>
      <Row
        icon="people"
        href="/equipe"
        title={known.name ?? words.join}
        detail={known.name ? words.about : words.joinAbout}
      />
    </Group>
  )
}
