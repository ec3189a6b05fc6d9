import { dirname, join } from 'node:path'

/** The checkout these tests belong to. */
export const PROJECT_ROOT = dirname(dirname(import.meta.dirname))

/** The built command line. `npm test` builds it before any test. */
export const BUILT_CLI = join(PROJECT_ROOT, 'out', 'desk', 'cli.js')
