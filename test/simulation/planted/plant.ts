import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import { PLANTED_BUGS } from './bugs.ts'
import { withEdit } from './with-edit.ts'

/** For `node --import`: the bug named by the environment is in the sources that this process loads, and nowhere else. */
const bug = PLANTED_BUGS.find(({ name }) => name === process.env['QABYL_PLANTED_BUG'])
if (bug === undefined) throw new Error('QABYL_PLANTED_BUG names no planted bug')

const root = fileURLToPath(new URL('../../../', import.meta.url))
const files = new Set(bug.edits.map(({ file }) => file))
const { edits } = bug

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context)
    const file = url.startsWith('file:') ? fileURLToPath(url).slice(root.length).replaceAll('\\', '/') : ''
    if (!files.delete(file)) return loaded
    const text = typeof loaded.source === 'string' ? loaded.source : new TextDecoder().decode(loaded.source)
    return {
      ...loaded,
      source: edits.filter((edit) => edit.file === file).reduce((planted, edit) => withEdit(planted, edit), text),
    }
  },
})

process.on('message', () => {
  if (files.size > 0) throw new Error(`The planted bug is not in this process: ${[...files].join(', ')} was never loaded`)
})
