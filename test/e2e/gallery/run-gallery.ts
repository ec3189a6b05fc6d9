import { parseArgs } from 'node:util'
import { openInBrowser } from '../../../build/setup/open-in-browser.mjs'
import { photographGallery } from './photograph-gallery.ts'
import { serveBuiltGallery, serveLiveGallery } from './serve-gallery.ts'

const USAGE = `npm run gallery -- [--photograph]

Shows every component in every state, in three languages, light and dark, at the address it prints, until Ctrl+C.
--photograph   puts all six views into test/photographs instead
Exit code 0 = done, 2 = not understood.
`

process.exitCode = await main()

async function main(): Promise<number> {
  const asked = read()
  if (asked === undefined) return 2
  if (!asked.photograph) {
    const { url } = await serveLiveGallery()
    process.stdout.write(`Gallery: ${url}\n`)
    openInBrowser(url)
    return 0
  }
  const gallery = await serveBuiltGallery()
  try {
    const files = await photographGallery(gallery.url)
    process.stdout.write(`${files.length} photographs:\n${files.join('\n')}\n`)
  } finally {
    await gallery.close()
  }
  return 0
}

function read(): { readonly photograph: boolean } | undefined {
  try {
    return parseArgs({ options: { photograph: { type: 'boolean', default: false } } }).values
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`)
    return undefined
  }
}
