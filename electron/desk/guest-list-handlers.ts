import type { Desk } from './desk.ts'
import { allGuests, listGuests } from './guests/guest-list.ts'
import { previewBulk } from './guests/preview-bulk.ts'
import { runBulk } from './guests/run-bulk.ts'
import { sendMany } from './guests/send-many.ts'
import { undoBulk } from './guests/undo-bulk.ts'
import type { DeskImplementer } from './implementer.ts'

/** `guestList` of the contract, one line each. */
export function guestListHandlers({ guestList }: DeskImplementer, desk: () => Desk) {
  const register = () => desk().register
  return {
    page: guestList.page.handler(({ input, context }) => listGuests(register(), context, input)),
    all: guestList.all.handler(({ input }) => allGuests(register(), input)),
    preview: guestList.preview.handler(({ input, context }) => previewBulk(register(), context, input.act, input.noticeIds)),
    send: guestList.send.handler(({ input, context }) => sendMany(register(), context, desk().line, input.noticeIds)),
    handOver: guestList.handOver.handler(({ input, context }) =>
      runBulk(register(), context, 'hand_over', { ...input, reason: '' }),
    ),
    setCitizens: guestList.setCitizens.handler(({ input, context }) => runBulk(register(), context, 'citizens', input)),
    setNotOwed: guestList.setNotOwed.handler(({ input, context }) => runBulk(register(), context, 'not_owed', input)),
    undo: guestList.undo.handler(({ input, context }) => undoBulk(register(), context, input.bulkId)),
  }
}
