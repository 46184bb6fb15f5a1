import { useApp } from './app-context.ts'
import { later } from './later.tsx'

const ExamplesBand = later(() => import('./examples-band.tsx').then((part) => part.ExamplesBand))
const Updates = later(() => import('../update/updates.tsx').then((part) => part.Updates), 'rested')

/** The rare lines above a page: that one looks at examples, that a new version waits. */
export const TopLines = () => (
  <>
    {useApp().space.kind === 'examples' && <ExamplesBand />}
    <Updates />
  </>
)
