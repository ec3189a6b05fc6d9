import { z } from 'zod'
import type { Verdict } from '../adapter.ts'
import type { HttpAnswer } from './http-client.ts'
import { deferredAs, isAbout } from './read-answers.ts'
import { readJson } from './read-json.ts'
import { foundNoticeSchema, problemSchema } from './wire.ts'

/** What an answer says about one client id; `unclear` proves nothing. */
export type Found =
  | { readonly kind: 'present'; readonly verdict: Verdict }
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
  const found = foundNoticeSchema.safeParse(content)
  if (!found.success || found.data.clientId !== clientId) return { kind: 'unclear' }
  if (found.data.status === 'deferred') return { kind: 'present', verdict: deferredAs(found.data) }
  return { kind: 'present', verdict: { kind: 'accepted', reference: found.data.reference, receipt: null, warnings: [] } }
}
