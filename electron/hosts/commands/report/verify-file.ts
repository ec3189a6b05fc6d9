import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type Command, Refusal } from '../../command.ts'
import { withDesk } from '../../with-desk.ts'

/** Exit 1 when the register does not know the file. */
export const verifyFile: Command = {
  summary: 'whether a PDF or JSON of a report is the original of a closed day, a copy of it, or neither',
  positionals: ['FILE'],
  flags: {},
  async run(invocation) {
    const [name = ''] = invocation.positionals
    const file = resolve(name)
    const bytes = await readFile(file).catch((error: unknown) => {
      const cause = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
      throw new Refusal('NOT_READ', `${file} could not be read (${cause}).`, { file, cause })
    })
    const found = await withDesk(invocation, (client) => client.evidence.recognise({ content: new Blob([bytes]) }))
    const { close } = found
    const of = close === null ? '' : `close ${close.number} of ${close.date}, hash ${close.hash}`
    const texts = {
      original: `The original of ${of}.`,
      copy: `A copy of the original of ${of}: those bytes unchanged, and the word on top.`,
      data: `The data of ${of}, as the register holds them.`,
      altered: `Not what was closed: it names ${of}, and says something else.`,
      unknown: 'Not known here: no closed day of this register, or the guests in it were erased.',
    }
    invocation.print(found, texts[found.what])
    return found.what === 'altered' || found.what === 'unknown' ? 1 : 0
  },
}
