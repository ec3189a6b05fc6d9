import type { PaperEntry, PaperListRecord } from '#electron/store/rows/paper-lists.ts'
import type { FileContent } from '#shared/contract/file.ts'
import type { SealedNotice } from '#shared/domain/notice-payload.ts'
import { wordsIn } from '#shared/i18n/words.ts'
import { coveringListDocument, type PrintedList } from '#shared/reports/covering-list-document.ts'
import type { PrintedNotice } from '#shared/reports/notice-document.ts'
import type { Caller } from '../caller.ts'
import { deskError } from '../desk-error.ts'
import type { Register } from '../register.ts'
import { numberOf } from './on-paper.ts'

/**
 * The list in two copies with its notices, as PDF; written down with name and time. Everything on it was fixed when it was made, whatever has
 * become of the notices since. Throws `NOT_FOUND`.
 */
export async function printList(
  register: Register,
  caller: Caller,
  listId: string,
): Promise<{ fileName: string; content: FileContent }> {
  const printed = printedList(register, listId)
  // Loaded when something is printed: fonts and layout are megabytes.
  const { fileOf } = await import('#electron/reports/files/report-file.ts')
  const { bytes, mediaType, extension } = await fileOf(coveringListDocument(printed), 'pdf')
  register.write(() =>
    register.store.audit.append({
      actor: caller.actor,
      action: 'paper_list.printed',
      subject: listId,
      stayId: null,
      details: { list: printed.number },
    }),
  )
  register.changed(['queue', 'filing'], null)
  const fileName = `${wordsIn(printed.language).say('paper.document.file', { number: printed.number })}.${extension}`
  return { fileName, content: new Blob([new Uint8Array(bytes)], { type: mediaType }) }
}

/** A list as it is printed, from what was sealed when it was made. Throws `NOT_FOUND`. */
export function printedList(register: Register, listId: string): PrintedList {
  const list = register.rows.paperLists.find(listId)
  if (list === undefined) throw deskError('NOT_FOUND', { what: 'paper_list' })
  const { madeOn, madeAt, actorName, language, heading } = list
  return {
    number: numberOf(list),
    madeOn,
    madeAt,
    madeBy: actorName,
    language,
    heading,
    notices: register.rows.paperLists.entriesOf(listId).map((entry) => printedNotice(register, list, entry)),
  }
}

function printedNotice({ rows, store }: Register, list: PaperListRecord, entry: PaperEntry): PrintedNotice {
  const { position, notificationId } = entry
  const notification = rows.notifications.find(notificationId)
  const revision = rows.revisions.find(notificationId, entry.revision)
  if (notification === undefined || revision === undefined) throw new Error('A covering list names revisions that are kept')
  const { clientId, sealedPayload } = revision
  const bytes = store.stayKeys.open(notification.stayId, `revision:${clientId}`, sealedPayload)
  // Written by buildNoticePayload and authenticated by its seal.
  const payload = bytes === undefined ? null : (JSON.parse(bytes.toString('utf8')) as SealedNotice)
  return { position, list: numberOf(list), clientId, payload }
}
