import type { DeskImplementer } from './implementer.ts'
import { handIn } from './paper/hand-in.ts'
import { findPaperList, listPaperLists, paperListView } from './paper/list-view.ts'
import { makeList } from './paper/make-list.ts'
import { printList } from './paper/print-list.ts'
import { takeOff } from './paper/take-off.ts'
import type { Register } from './register.ts'

/** `paper` of the contract, one line each. */
export function paperHandlers({ paper }: DeskImplementer, register: () => Register) {
  return {
    lists: paper.lists.handler(({ input, context }) => listPaperLists(register(), context, input)),
    get: paper.get.handler(({ input, context }) => paperListView(register(), context, input.listId)),
    find: paper.find.handler(({ input, context }) => findPaperList(register(), context, input.number)),
    make: paper.make.handler(({ input, context }) => makeList(register(), context, input)),
    print: paper.print.handler(({ input, context }) => printList(register(), context, input.listId)),
    takeOff: paper.takeOff.handler(({ input, context }) => takeOff(register(), context, input)),
    handIn: paper.handIn.handler(({ input, context }) => handIn(register(), context, input)),
  }
}
