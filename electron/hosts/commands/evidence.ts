import { z } from 'zod'
import type { EvidenceRequest } from '#shared/contract/evidence-schemas.ts'
import { LANGUAGES } from '#shared/i18n/language.ts'
import { type Command, choiceOf, type Invocation, requiredTextOf, textOf, UsageError } from '../command.ts'
import { requiredDayOf } from '../day-argument.ts'
import { withDesk } from '../with-desk.ts'
import { writeOutput } from '../write-output.ts'

export const evidence: Command = {
  summary: 'what an inspector is given about a guest or a period: the account and what proves it, in one zip',
  flags: {
    notice: { type: 'string', value: 'ID', help: 'a notice about the guest, as "qabyl queue" shows it' },
    from: { type: 'string', value: 'YYYY-MM-DD', help: 'first day of arrival, instead of --notice' },
    to: { type: 'string', value: 'YYYY-MM-DD', help: 'last day of arrival' },
    out: { type: 'string', value: 'FILE', help: 'the zip to write; a file that is there is kept' },
    language: { type: 'string', value: 'LANGUAGE', help: `of the account: ${LANGUAGES.join(', ')} (that of the property)` },
  },
  async run(invocation) {
    const request = requestOf(invocation)
    const out = requiredTextOf(invocation, 'out')
    const language = choiceOf(invocation, 'language', LANGUAGES) ?? null
    const pack = await withDesk(invocation, (client) => client.evidence.make({ request, language }))
    const { file, bytes } = await writeOutput(out, pack.content)
    const { sha256, guests, leftOut, entries, entriesAfterLastClose, keyFingerprint } = pack
    const document = { file, bytes, sha256, guests, leftOut, entries, entriesAfterLastClose, keyFingerprint }
    invocation.print(
      document,
      [
        file,
        `${guests} guests, ${entries} entries of the journal, ${bytes} bytes; key ${keyFingerprint}`,
        ...(leftOut === 0 ? [] : [`${leftOut} guests for whom the law asks for no notice are not in it`]),
        ...(entriesAfterLastClose === 0
          ? []
          : [
              `${entriesAfterLastClose} entries are newer than the last closed day; once it is closed, a new pack is vouched for by that close too`,
            ]),
        `Check it with: qabyl verify --evidence ${out}`,
      ].join('\n'),
    )
    return 0
  },
}

function requestOf(invocation: Invocation): EvidenceRequest {
  const noticeId = textOf(invocation, 'notice')
  const hasPeriod = textOf(invocation, 'from') !== undefined || textOf(invocation, 'to') !== undefined
  if ((noticeId === undefined) === !hasPeriod) throw new UsageError('Either --notice is needed, or --from and --to.')
  if (noticeId === undefined) {
    const [from, to] = [requiredDayOf(invocation, 'from'), requiredDayOf(invocation, 'to')]
    if (to < from) throw new UsageError('--to is not before --from.')
    return { what: 'period', from, to }
  }
  if (!z.uuid().safeParse(noticeId).success) throw new UsageError('--notice is the id that "qabyl queue" shows.')
  return { what: 'guest', noticeId }
}
