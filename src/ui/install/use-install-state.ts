import { useEffect, useState } from 'preact/hooks'
import { onInstallChange } from './install-prompt.ts'
import { type InstallState, installState } from './install-state.ts'

/** How the app can be installed here, kept current; `given` in its place where a test says so. */
export const useInstallState = (given?: InstallState): InstallState => {
  const [state, setState] = useState(installState)
  useEffect(() => onInstallChange(() => setState(installState())), [])
  return given ?? state
}
