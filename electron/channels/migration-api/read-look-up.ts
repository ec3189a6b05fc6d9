import { z } from 'zod'
import type { HttpAnswer } from './http-client.ts'
import { readJson } from './read-json.ts'
import { problemSchema, storedNoticeSchema } from './wire.ts'

/** What an answer says about one client id; `unclear` proves nothing. */
export type Found =
  | { readonly kind: 'present'; readonly reference: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unclear' }

/** `absent` is believed only from a problem that names our own client id: any other 404 may be somebody else's page. */
export function readNoticeAnswer(answer: HttpAnswer, clientId: string): Found {
  const content = readJson(answer)
  if (answer.status === 200) return readStored(content, clientId)
  const problem = answer.status === 404 ? problemSchema.safeParse(content) : null
  const isAbsent = problem?.success === true && problem.data.code === 'notice_not_found' && problem.data.clientId === clientId
  return isAbsent ? { kind: 'absent' } : { kind: 'unclear' }
}

const lookUpSchema = z.object({ notices: z.array(z.unknown()), absent: z.array(z.unknown()) })

/** What one answer says about each of many client ids. An id that is named twice, or not at all, is unclear. */
export function readLookUpAnswer(answer: HttpAnswer, clientIds: readonly string[]): readonly Found[] {
  const content = answer.status === 200 ? lookUpSchema.safeParse(readJson(answer)) : null
  if (content === null || !content.success) return clientIds.map(() => ({ kind: 'unclear' }))
  const { notices, absent } = content.data
  return clientIds.map((clientId) => {
    const stored = notices.filter((notice) => isAbout(notice, clientId))
    const timesAbsent = absent.filter((id) => id === clientId).length
    if (stored.length === 1 && timesAbsent === 0) return readStored(stored[0], clientId)
    return stored.length === 0 && timesAbsent === 1 ? { kind: 'absent' } : { kind: 'unclear' }
  })
}

function readStored(content: unknown, clientId: string): Found {
  const stored = storedNoticeSchema.safeParse(content)
  return stored.success && stored.data.clientId === clientId
    ? { kind: 'present', reference: stored.data.reference }
    : { kind: 'unclear' }
}

function isAbout(notice: unknown, clientId: string): boolean {
  return typeof notice === 'object' && notice !== null && 'clientId' in notice && notice.clientId === clientId
}
