import { sampleNotice, TODAY } from '#renderer/gallery/samples.ts'
import type { Standing } from '#renderer/screens/queue/standing.ts'
import type { Notice, Status } from '#shared/contract/schemas.ts'

export { TODAY }
/** Tuesday, 15:02 in Almaty. */
export const NOW = '2026-05-05T10:02:00.000Z'

let made = 0

/** A notice that waits, due today; `more` says what is different about it. */
export function noticeOf(more: Partial<Notice> = {}): Notice {
  made += 1
  const id = `01890000-0000-7000-8000-${String(made).padStart(12, '0')}`
  return sampleNotice({ id, stayId: id, guestId: id, ...more })
}

export const ONLINE: Status['connection'] = { state: 'online', since: NOW, cause: null, nextProbeAt: null }

export function standingOf(more: Partial<Standing> = {}): Standing {
  return {
    now: NOW,
    today: TODAY,
    zone: 'Asia/Almaty',
    connection: ONLINE,
    channel: 'migration-api',
    reading: 'strict',
    ...more,
  }
}
