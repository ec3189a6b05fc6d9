import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder of this test's own, gone when the test is over. For one that a whole file shares, see {@link makeTempDirectory}. */
export function tempDirectory(): string {
  const directory = makeTempDirectory()
  onTestFinished(() => removeDirectory(directory))
  return directory
}

/** The caller removes it with {@link removeDirectory}. */
export function makeTempDirectory(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), 'qabyl-test-')))
}

/** Retries, because Windows keeps a file for a moment after its process has ended. */
export function removeDirectory(directory: string): void {
  rmSync(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
}
