import { randomUUID } from 'node:crypto'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { LANGUAGES } from '#shared/i18n/language.ts'
import { type Command, choiceOf, isSet, Refusal, requiredTextOf, textOf, textsOf, UsageError } from '../../command.ts'
import { withDesk } from '../../with-desk.ts'
import { LIST, listInText, namedList, numberOf, summaryInText } from './named-list.ts'

export const lists: Command = {
  summary: 'covering lists on which somebody waits for the stamp',
  flags: { all: { type: 'boolean', help: 'the latest others as well' } },
  async run(invocation) {
    const found = await withDesk(invocation, (client) => client.paper.lists({ all: isSet(invocation, 'all') }))
    const text = found.length === 0 ? 'no list waits for a stamp' : found.map(summaryInText).join('\n')
    invocation.print(found, text)
    return 0
  },
}

export const make: Command = {
  summary: 'puts notices on a new covering list; each then waits for its stamp and goes no other way',
  flags: {
    notice: { type: 'string', multiple: true, value: 'ID', help: 'once for each, in the order they are printed' },
    language: { type: 'string', value: 'kk|ru|en', help: 'of the covering list (otherwise the property’s)' },
  },
  async run(invocation) {
    const noticeIds = [...textsOf(invocation, 'notice')]
    const language = choiceOf(invocation, 'language', LANGUAGES) ?? null
    if (noticeIds.length === 0) throw new UsageError('Name the notices: --notice ID --notice ID, as `queue` prints them.')
    const list = await withDesk(invocation, (client) => client.paper.make({ listId: randomUUID(), noticeIds, language }))
    invocation.print(list, listInText(list))
    return 0
  },
}

export const show: Command = {
  summary: 'one list: who is on it and what became of each',
  positionals: LIST,
  flags: {},
  async run(invocation) {
    const list = await withDesk(invocation, (client) => namedList(invocation, client))
    invocation.print(list, listInText(list))
    return 0
  },
}

export const print: Command = {
  summary: 'the list in two copies and the filled notices as PDF; the same however often',
  positionals: LIST,
  flags: { out: { type: 'string', value: 'FILE', help: 'where to write it; a file that is there is not overwritten' } },
  async run(invocation) {
    const path = resolve(requiredTextOf(invocation, 'out'))
    const number = numberOf(invocation)
    // First the place for it: what cannot be written is not printed, and the register would say it was.
    const file = await emptyFileAt(path)
    try {
      const bytes = await withDesk(invocation, async (client) => {
        const { id } = await client.paper.find({ number })
        const { content } = await client.paper.print({ listId: id })
        return Buffer.from(await content.arrayBuffer())
      })
      await file.writeFile(bytes)
      invocation.print({ number, file: path, bytes: bytes.length }, `list ${number} is in ${path}`)
      return 0
    } catch (error) {
      await rm(path, { force: true })
      throw error
    } finally {
      await file.close()
    }
  },
}

/** It names guests: nobody's file is replaced by it, and nobody else of this PC reads it. */
async function emptyFileAt(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'wx', 0o600)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw new Refusal('FILE_NOT_WRITTEN', `${path} cannot be written (${code}). Name a file that is not there yet.`, {
      file: path,
    })
  }
}

export const takeOff: Command = {
  summary: 'takes a notice off a list: it stands again where it was before',
  positionals: LIST,
  flags: {
    notice: { type: 'string', value: 'ID', help: 'the notice' },
    reason: { type: 'string', value: 'TEXT', help: 'kept with name and time' },
  },
  async run(invocation) {
    const noticeId = requiredTextOf(invocation, 'notice')
    const list = await withDesk(invocation, async (client) => {
      const { id } = await namedList(invocation, client)
      return client.paper.takeOff({ listId: id, noticeId, reason: textOf(invocation, 'reason') ?? null })
    })
    invocation.print(list, listInText(list))
    return 0
  },
}
