/** Our own set: 24 × 24, strokes of 1.75, always beside a word except back and close. Here those of the first screens. */
const strokes = {
  home: 'M4 11.5 12 5l8 6.5V19a1 1 0 0 1-1 1h-4v-5.5H9V20H5a1 1 0 0 1-1-1z',
  people:
    'M9 11.2a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4zM3 19.5c.4-3.4 2.8-5.3 6-5.3s5.6 1.9 6 5.3M15.5 5.1a3.1 3.1 0 0 1 0 5.9M17.5 14.4c2 .7 3.2 2.5 3.5 5.1',
  plus: 'M12 5v14M5 12h14',
  calendar: 'M5 6.5h14a1 1 0 0 1 1 1V19a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7.5a1 1 0 0 1 1-1zM4 11h16M8.5 4v4M15.5 4v4',
  chart: 'M4 20h16M7 20v-6M12 20V5M17 20v-9',
  search: 'M10.8 17a6.2 6.2 0 1 0 0-12.4 6.2 6.2 0 0 0 0 12.4zM15.4 15.4 20 20',
  building:
    'M5.5 20V5.5a1 1 0 0 1 1-1h7a1 1 0 0 1 1 1V20M14.5 10h3a1 1 0 0 1 1 1v9M3.5 20h17M8.5 8h3M8.5 12h3M8.5 16h3',
  talk: 'M5.5 5h13A1.5 1.5 0 0 1 20 6.5v8a1.5 1.5 0 0 1-1.5 1.5H12l-4.5 3.8V16h-2A1.5 1.5 0 0 1 4 14.5v-8A1.5 1.5 0 0 1 5.5 5z',
  check: 'M5 12.5 10 17.5 19.5 7',
  settings: 'M4 7h16M4 12h16M4 17h16M15 4.5v5M9 9.5v5M16 14.5v5',
  back: 'M14.5 5.5 8 12l6.5 6.5',
  close: 'M6 6l12 12M18 6 6 18',
  flag: 'M6 20V5M6 5.5c4-2.5 7 2 12 0v8c-5 2-8-2.5-12 0',
  filter: 'M4 7h16M7 12h10M10 17h4',
} as const
/** The name of one of these, or a drawing of more-icons.ts. */
export type IconName = keyof typeof strokes | { readonly path: string }

export const Icon = ({ name }: { name: IconName }) => (
  <svg
    width="24"
    height="24"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d={typeof name === 'object' ? name.path : strokes[name]} />
  </svg>
)
