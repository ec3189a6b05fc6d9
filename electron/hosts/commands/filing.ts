import type { z } from 'zod'
import type { filingSettingsSchema } from '#shared/contract/filing-schemas.ts'
import { type Command, type CommandGroup, type Invocation, isSet, textsOf, UsageError } from '../command.ts'
import { withDesk } from '../with-desk.ts'

type FilingSettings = z.infer<typeof filingSettingsSchema>

const show: Command = {
  summary: 'the portals in use and the folders watched for receipts, and whether each can be read',
  flags: {},
  async run(invocation) {
    return printed(invocation, await withDesk(invocation, (client) => client.filing.settings()))
  },
}

const portals: Command = {
  summary: 'which portals are used, the first choice first',
  flags: {
    use: { type: 'string', multiple: true, value: 'ID[=ADDRESS]', help: 'eqonaq, vmp, or vmp=https://…; once for each' },
  },
  async run(invocation) {
    const used = textsOf(invocation, 'use')
    if (used.length === 0) throw new UsageError('Name at least one portal: --use eqonaq --use vmp.')
    const chosen = used.map((text) => {
      const [id = '', ...address] = text.split('=')
      return { id, url: address.length === 0 ? null : address.join('=') }
    })
    return printed(invocation, await withDesk(invocation, (client) => client.filing.setPortals({ portals: chosen })))
  },
}

const folders: Command = {
  summary: 'the folders of this PC in which receipts appear; replaces those before',
  flags: {
    watch: { type: 'string', multiple: true, value: 'DIR', help: 'a whole path; once for each folder, four at most' },
    none: { type: 'boolean', help: 'watch no folder any more' },
  },
  async run(invocation) {
    const directories = [...textsOf(invocation, 'watch')]
    if (isSet(invocation, 'none') === directories.length > 0) throw new UsageError('Give either --watch DIR or --none.')
    return printed(invocation, await withDesk(invocation, (client) => client.filing.setFolders({ directories })))
  },
}

/** Filing by hand, as far as a desk without a screen needs it; how values are written is set where the preview stands. */
export const filing: CommandGroup = {
  summary: 'filing by hand: which portals, and where receipts appear',
  commands: new Map([
    ['show', show],
    ['portals', portals],
    ['folders', folders],
  ]),
}

function printed(invocation: Invocation, settings: FilingSettings): 0 {
  const lines = [
    ...settings.portals.map(
      ({ id, url, ownUrl, isUsed }, index) =>
        `portal  ${id.padEnd(8)}  ${(isUsed ? (index === 0 ? 'first' : 'used') : 'not used').padEnd(8)}  ${ownUrl ?? url}`,
    ),
    ...settings.folders.map(({ directory, state }) => `folder  ${state.replaceAll('_', ' ').padEnd(14)}  ${directory}`),
    ...(settings.folders.length === 0 ? ['no folder is watched for receipts'] : []),
  ]
  invocation.print(settings, lines.join('\n'))
  return 0
}
