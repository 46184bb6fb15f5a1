import { spawnSync } from 'node:child_process'

// usage: run-tests.ts test | long | engines | faults [vitest arguments]
const [kind = 'test', ...rest] = process.argv.slice(2)
const kinds: Record<string, string[]> = {
  long: ['e2e', 'postgres', 'engines', 'faults'],
  engines: ['engines'],
  faults: ['faults'],
}
const projects = kinds[kind] ?? ['unit', 'browser', 'e2e']
const args = [
  ...['node_modules/vitest/vitest.mjs', 'run'],
  ...projects.flatMap((name) => ['--project', name]),
  ...['--reporter=default', '--reporter=json', `--outputFile.json=var/test-results/${kind}.json`],
  ...(projects.includes('faults') ? ['--reporter=./tests/faults/table.ts'] : []),
  ...rest,
]
const { status } = spawnSync(process.execPath, args, {
  stdio: 'inherit',
  env: { ...process.env, MAILLAGE_LONG: kind === 'long' ? '1' : '0' },
})
process.exitCode = status ?? 1
