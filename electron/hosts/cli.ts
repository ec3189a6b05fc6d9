import { join } from 'node:path'
import { runCli } from './run-cli.ts'

// The database library crashes the process below Node 22, without a word.
if (Number(process.versions.node.split('.')[0]) < 22) {
  process.stderr.write(`Qabyl needs Node 22 or later; this is ${process.versions.node}. Start it with "npm run -s qabyl --".\n`)
  process.exit(1)
}

process.exitCode = await runCli(process.argv.slice(2), {
  stdin: process.stdin,
  writeOut: (text) => process.stdout.write(text),
  writeErr: (text) => process.stderr.write(text),
  environment: process.env,
  rendererDirectory: join(import.meta.dirname, '..', 'renderer'),
  untilStopped: () =>
    new Promise((resolve) => {
      process.once('SIGTERM', () => resolve())
      process.once('SIGINT', () => resolve())
    }),
})
