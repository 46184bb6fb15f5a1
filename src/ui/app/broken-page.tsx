import { Component, type ComponentChildren } from 'preact'
import { app as appWords } from '../../i18n/fr/app.ts'
import { LinkButton } from '../parts/button.tsx'
import { Empty } from '../parts/page.tsx'
import { AppContext } from './app-context.ts'

type Props = { path: string; children: ComponentChildren }

/** A page that fails to draw is told in words; the bar and the other places go on. */
export class BrokenPage extends Component<Props, { broken: boolean }> {
  override state = { broken: false }
  override componentDidUpdate({ path }: Props) {
    if (this.state.broken && path !== this.props.path) this.setState({ broken: false })
  }
  override componentDidCatch(error: unknown) {
    console.error(error)
    this.setState({ broken: true })
  }
  override render({ children }: Props) {
    if (!this.state.broken) return children
    return (
      <AppContext.Consumer>
        {(app) => {
          const words = app?.speech.words(appWords)
          return (
            <Empty>
              <p role="alert">{words?.pageBroken}</p>
              <LinkButton href="/">{words?.goHome}</LinkButton>
            </Empty>
          )
        }}
      </AppContext.Consumer>
    )
  }
}
