import style from './tabs.module.css'

type Props = {
  label: string
  tabs: readonly { key: string; word: string }[]
  selected: string
  select: (key: string) => void
}
/** One of a few lists; arrows move between tabs, as everywhere. */
export const Tabs = ({ label, tabs, selected, select }: Props) => {
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    const at = tabs.findIndex((tab) => tab.key === selected)
    const next = tabs[(at + step + tabs.length) % tabs.length]
    if (!next) return
    select(next.key)
    const { children } = event.currentTarget as HTMLElement
    ;(children[tabs.indexOf(next)] as HTMLElement | undefined)?.focus()
  }
  return (
    <div role="tablist" aria-label={label} class={style.tabs} onKeyDown={move}>
      {tabs.map(({ key, word }) => (
        <button
          key={key}
          type="button"
          role="tab"
          class={style.tab}
          aria-selected={key === selected}
          tabIndex={key === selected ? 0 : -1}
          onClick={() => select(key)}
        >
          {word}
        </button>
      ))}
    </div>
  )
}
