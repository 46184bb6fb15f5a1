import { useApp } from './app-context.ts'
import { later } from './later.tsx'

const ExamplesBand = later(() => import('./examples-band.tsx').then((part) => part.ExamplesBand))
const InsecureNotice = later(() => import('../parts/insecure.tsx').then((part) => part.InsecureNotice))
const Updates = later(() => import('../update/updates.tsx').then((part) => part.Updates), 'rested')

/** The rare lines above a page: that nothing is kept from this address, that one looks at examples, that a new version waits. */
export const TopLines = () => (
  <>
    {!isSecureContext && <InsecureNotice line />}
    {useApp().space.kind === 'examples' && <ExamplesBand />}
    <Updates />
  </>
)
