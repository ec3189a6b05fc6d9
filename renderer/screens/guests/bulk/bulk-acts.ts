import type { Permission } from '#shared/domain/actor.ts'
import type { BulkAct } from '#shared/domain/guest-filter.ts'
import type { Shortcut } from '../../../commands/command.ts'
import type { IconName } from '../../../components/icon.tsx'

/** How an act on many looks, by which key it is reached, and who may. */
export interface BulkLook {
  readonly icon: IconName
  readonly key: Shortcut
  /** On the key cap. */
  readonly cap: string
  readonly permission: Permission
  /** It goes into the journal of each guest why. */
  readonly asksReason: boolean
}

export const BULK_LOOKS: Readonly<Record<BulkAct, BulkLook>> = {
  send: { icon: 'send', key: { code: 'KeyS' }, cap: 'S', permission: 'notice.send', asksReason: false },
  hand_over: { icon: 'pen', key: { code: 'KeyH' }, cap: 'H', permission: 'notice.file_by_hand', asksReason: false },
  paper: { icon: 'print', key: { code: 'KeyL' }, cap: 'L', permission: 'notice.file_by_hand', asksReason: false },
  citizens: { icon: 'shield', key: { code: 'KeyK' }, cap: 'K', permission: 'register.write', asksReason: true },
  not_owed: { icon: 'ok', key: { code: 'KeyX' }, cap: 'X', permission: 'notice.set_aside', asksReason: true },
}
