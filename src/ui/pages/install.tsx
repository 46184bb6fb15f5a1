import { install as installWords } from '../../i18n/fr/install.ts'
import { useApp, useWords } from '../app/app-context.ts'
import { askToInstall } from '../install/install-prompt.ts'
import { type InstallMenu, type InstallState, installMenu } from '../install/install-state.ts'
import { IosSteps } from '../install/ios-steps.tsx'
import { useInstallState } from '../install/use-install-state.ts'
import { Button, LinkButton } from '../parts/button.tsx'
import { InsecureNotice } from '../parts/insecure.tsx'
import { downloadIcon } from '../parts/more-icons.ts'
import box from '../parts/notice.module.css'
import { Page } from '../parts/page.tsx'
import style from './install.module.css'

type Props = { state?: InstallState; menu?: InstallMenu; secure?: boolean }
/** How to install here, in this browser's own way; what a browser cannot do is said plainly. */
export const InstallPage = ({ state, menu = installMenu(), secure = isSecureContext }: Props) => {
  const { tell } = useApp()
  const words = useWords(installWords)
  const install = useInstallState(state)
  const ask = async () => tell({ text: (await askToInstall()) ? words.accepted : words.declined })
  const way = () => {
    if (install === 'promptable')
      return (
        <Button look="main" wide icon={downloadIcon} onClick={() => void ask()}>
          {words.act}
        </Button>
      )
    if (install === 'manual') return <p class={style.menu}>{words.manual[menu]}</p>
    return (
      <>
        <p class={box.notice}>{words.ios.before}</p>
        <IosSteps />
      </>
    )
  }
  return (
    <Page title={words.title} back="/reglages">
      <div class={style.body}>
        {install === 'installed' ? (
          <>
            <p>{words.installed}</p>
            <LinkButton href="/">{words.open}</LinkButton>
          </>
        ) : (
          <>
            <p>{words.why}</p>
            {secure ? way() : <InsecureNotice />}
          </>
        )}
      </div>
    </Page>
  )
}
