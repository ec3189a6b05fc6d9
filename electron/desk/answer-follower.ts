import type { AnswerFollower } from '#electron/outbox/answer-follower.ts'
import { sqliteCodeOf } from '#electron/store/write-error.ts'
import { THE_DESK } from './caller.ts'
import { presenceOf, tellWaitingNews } from './follow-ups.ts'
import { dropOffPaper } from './paper/on-paper.ts'
import type { Register } from './register.ts'

/**
 * What waited for an answer is told in the transaction that saves the answer: nothing comes between. A mistake of ours in telling it must not
 * cost the answer, or the receipt: then the news go on waiting, and stand with the notice.
 */
export function answerFollower(register: Register): AnswerFollower {
  const { notifications, waitingNews, attempts } = register.rows
  return {
    follow(guestId, certainlyAbsent) {
      if (waitingNews.ofGuest(guestId).length === 0) return
      const circumstances = certainlyAbsent === undefined ? {} : { certainlyAbsent }
      try {
        register.store.part(() => tellWaitingNews(register, guestId, circumstances))
      } catch (error) {
        if (sqliteCodeOf(error) !== undefined) throw error
        const kind = error instanceof Error ? error.name : 'unknown'
        register.logger.error({ error: kind }, 'what waited for an answer could not be told')
      }
    },
    isTakenBack({ id, kind, guestId, revision }) {
      const news = waitingNews.ofGuest(guestId)
      if (news.length === 0 || attempts.firstThatMayTurnUp(id) !== revision) return false
      const presence = presenceOf({ chain: notifications.chainOf(guestId), news })
      if (kind === 'arrival') return presence !== 'here'
      return kind === 'cancellation' ? presence !== 'never_came' : presence === 'not_required'
    },
    leftHands: (record) => dropOffPaper(register, THE_DESK, record),
  }
}
