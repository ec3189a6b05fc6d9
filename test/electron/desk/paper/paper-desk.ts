import type { DirectDeskClient } from '#electron/desk/router.ts'
import type { Notice } from '#shared/contract/schemas.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { checkedIn, type DeskUnderTest } from '../desk-under-test.ts'

type TestDesk = DeskUnderTest & { readonly client: DirectDeskClient }

export const TODAY = calendarDate('2026-11-23')
const DAY_MS = 24 * 60 * 60_000

export const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0x4a, 0x46, 0x49, 0x46])
export const photo = (bytes: Uint8Array = JPEG) => new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' })

/** Several fictional guests, each somebody else in a stay of her own. */
export async function guests(desk: TestDesk, count: number): Promise<readonly Notice[]> {
  const notices: Notice[] = []
  for (let index = 0; index < count; index++)
    notices.push(await checkedIn(desk, { documentNumber: `C01X0${100 + index}`, surname: `PROBE${'ABCDEFGHIJ'[index % 10]}` }))
  return notices
}

export const idsOf = (notices: readonly Pick<Notice, 'id'>[]) => notices.map(({ id }) => id)

/** A list of these notices, made by whoever stands at the front desk. */
export async function listed(desk: TestDesk, notices: readonly Notice[]) {
  return desk.client.paper.make({ listId: desk.ports.newId(), noticeIds: idsOf(notices) })
}

export async function stateOf(desk: TestDesk, noticeId: string) {
  return (await desk.client.guest.get({ noticeId })).notice
}

export function nextDays(desk: TestDesk, days: number): void {
  desk.ports.clock.advance(days * DAY_MS)
}
