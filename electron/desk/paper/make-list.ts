import type { NotificationRecord } from '#electron/store/rows/notifications.ts'
import type { PaperEntry, PaperHeading } from '#electron/store/rows/paper-lists.ts'
import type { PaperList } from '#shared/contract/paper-schemas.ts'
import type { Language } from '#shared/i18n/language.ts'
import type { Caller } from '../caller.ts'
import { badInput, deskError } from '../desk-error.ts'
import { endLease, expireLeases, requireNoOtherLease, requireTurn, saveWithAudit } from '../filing/lease.ts'
import { move } from '../notices.ts'
import type { Register } from '../register.ts'
import { paperListView } from './list-view.ts'
import { numberOf, requireOffPaper } from './on-paper.ts'

export interface NewPaperList {
  /** Made by the caller: the same id is the same list, so that a lost answer is safe to repeat. */
  readonly listId: string
  /** In the order they are printed. */
  readonly noticeIds: readonly string[]
  /** Of the covering list; `null` = the property's, or Russian where that is English. */
  readonly language: Language | null
}

/**
 * Puts notices on a new covering list for the counter, numbered within the hotel-local year; all of them or none. Each then waits for its
 * stamp, goes by no other way meanwhile, and is printed in the revision it has now. Throws `ON_PAPER`, `LEASED`, `NOT_NOW`, `NOT_FOUND`,
 * `BAD_INPUT` (`listId`, `noticeIds`).
 */
export function makeList(register: Register, caller: Caller, given: NewPaperList): PaperList {
  expireLeases(register)
  const noticeIds = [...new Set(given.noticeIds)]
  const isNew = register.write(() => {
    const known = register.rows.paperLists.find(given.listId)
    if (known !== undefined) {
      requireSame(register, known.id, noticeIds)
      return false
    }
    const today = register.today()
    const year = Number(today.slice(0, 4))
    const list = {
      id: given.listId,
      year,
      number: register.rows.paperLists.nextNumber(year),
      madeOn: today,
      madeAt: register.now(),
      actorId: caller.actor.staffId,
      actorName: caller.actor.name,
      language: given.language ?? languageOf(register),
      heading: headingOf(register),
    }
    const handed = noticeIds.map((noticeId, index) => handedOver(register, caller, noticeId, index))
    register.rows.paperLists.insert(
      list,
      handed.map(({ saved, takenFrom }, index) => ({
        position: index + 1,
        notificationId: saved.id,
        revision: saved.revision,
        takenFrom,
      })),
    )
    for (const { saved, takenFrom } of handed)
      register.store.audit.append({
        actor: caller.actor,
        action: 'notice.put_on_list',
        subject: saved.id,
        stayId: saved.stayId,
        details: { list: numberOf(list), listId: list.id, revision: saved.revision, takenFrom },
      })
    register.store.audit.append({
      actor: caller.actor,
      action: 'paper_list.made',
      subject: list.id,
      stayId: null,
      details: { list: numberOf(list), notices: handed.length },
    })
    return true
  })
  if (isNew) register.changed(['status', 'board', 'queue', 'guest', 'filing'], null)
  return paperListView(register, caller, given.listId)
}

interface HandedOver {
  readonly saved: NotificationRecord
  readonly takenFrom: PaperEntry['takenFrom']
}

/** The notice where it waits for a person, whether it stood there before or was ready to go. */
function handedOver(register: Register, caller: Caller, noticeId: string, index: number): HandedOver {
  const record = register.rows.notifications.find(noticeId)
  if (record === undefined) throw deskError('NOT_FOUND', { what: 'notice' })
  requireOffPaper(register, record)
  requireNoOtherLease(record, caller)
  requireTurn(register, record)
  if (record.arrivalDate > register.today())
    throw badInput(`noticeIds.${index}`, 'in_future', 'The guest has not arrived yet; the counter takes nobody in advance.')
  const released = endLease(record)
  if (released.state === 'handover') {
    const saved = released === record ? record : saveWithAudit(register, caller.actor, released, 'notice.lease_released', {})
    return { saved, takenFrom: 'handover' }
  }
  const next = { ...move(released, { type: 'handed_over' }, 'paper'), nextAttemptAt: null }
  return { saved: saveWithAudit(register, caller.actor, next, 'notice.handed_over', {}), takenFrom: 'ready' }
}

/** Throws `BAD_INPUT` where the id is that of another list. */
function requireSame({ rows }: Register, listId: string, noticeIds: readonly string[]): void {
  const listed = rows.paperLists.entriesOf(listId).map(({ notificationId }) => notificationId)
  if (listed.join(' ') !== noticeIds.join(' '))
    throw badInput('listId', 'already_used', 'This id is that of another covering list.')
}

/** The counter reads the state language or Russian. */
function languageOf({ property }: Register): Language {
  return property.language === 'kk' ? 'kk' : 'ru'
}

function headingOf({ property }: Register): PaperHeading {
  const { name, bin, address, city, phone, department, environment } = property
  return { name, bin, address, city, phone, department, environment }
}
