import type { Reporter, TestModule } from 'vitest/node'

const line = (name: string, seconds: string, state: string) => `${name.padEnd(96)}${seconds.padStart(12)}  ${state}`

/** Prints a line a fault: how long after its end nothing waited on the phone any more, and whether all held. */
export default class Table implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules
      .filter(({ project }) => project.name === 'faults')
      .flatMap((one) => [...one.children.allTests()])
    console.log(`\n${line('fault', 'all sent', '')}`)
    for (const test of tests) {
      const { seconds } = test.meta()
      console.log(line(test.name, seconds === undefined ? '–' : `${seconds.toFixed(1)} s`, test.result().state))
    }
  }
}
