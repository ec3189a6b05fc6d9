import { z } from 'zod'
import type { CheckInRequest } from '#electron/desk/check-in.ts'

export const serveReadySchema = z.object({ url: z.url(), apiToken: z.string() })
export type ServeReady = z.infer<typeof serveReadySchema>

const answerSchema = z.object({ notices: z.array(z.object({ id: z.string() })) })

/** Clerks at several PCs: each check-in is asked for under its own id until it is answered, through every restart. */
export class FrontDesk {
  readonly #newRequest: () => CheckInRequest
  readonly #unanswered: CheckInRequest[] = []
  /** Notices by the check-in that was answered. */
  readonly answered = new Map<string, readonly string[]>()
  /** Guests of every check-in ever asked for. */
  readonly guests = new Map<string, number>()
  /** Calls that ended without an answer. */
  lostAnswers = 0

  constructor(newRequest: () => CheckInRequest) {
    this.#newRequest = newRequest
  }

  get unansweredCount(): number {
    return this.#unanswered.length
  }

  /** One clerk at work: `count` check-ins, those without an answer first. Stops at the first call that is not answered. */
  async work(ready: ServeReady, count: number): Promise<void> {
    for (let done = 0; done < count; done++) {
      const request = this.#unanswered.shift() ?? this.#newRequest()
      this.guests.set(request.requestId, request.guests.length)
      if (await this.#checkIn(ready, request)) continue
      this.#unanswered.push(request)
      return
    }
  }

  /** Repeats what was never answered. */
  async finish(ready: ServeReady): Promise<void> {
    await this.work(ready, this.#unanswered.length)
    if (this.#unanswered.length > 0) throw new Error('A desk that nobody kills does not answer')
  }

  async #checkIn(ready: ServeReady, request: CheckInRequest): Promise<boolean> {
    try {
      const answer = await fetch(new URL('/api/v1/check-ins', ready.url), {
        method: 'POST',
        headers: { authorization: `Bearer ${ready.apiToken}`, 'content-type': 'application/json' },
        body: JSON.stringify(request),
      })
      if (!answer.ok) throw new Error(`A check-in was refused: ${answer.status} ${await answer.text()}`)
      const { notices } = answerSchema.parse(await answer.json())
      this.answered.set(
        request.requestId,
        notices.map(({ id }) => id),
      )
      return true
    } catch (error) {
      // fetch throws a TypeError when the other end is gone; anything else is a finding.
      if (!(error instanceof TypeError)) throw error
      this.lostAnswers++
      return false
    }
  }
}
