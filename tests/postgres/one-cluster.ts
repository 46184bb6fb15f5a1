import type { TestProject } from 'vitest/node'
import { startCluster } from './cluster.ts'

/** One PostgreSQL server for all tests of a run. */
export default async (project: TestProject) => {
  const { folder, stop } = await startCluster()
  project.provide('cluster', folder)
  return stop
}
