import type { AnswerFollower } from '#electron/outbox/answer-follower.ts'
import { presenceOf, tellWaitingNews } from './follow-ups.ts'
import type { Register } from './register.ts'

/** What waited for an answer is told in the transaction that saves the answer: nothing comes between. */
export function answerFollower(register: Register): AnswerFollower {
  const { notifications, waitingNews } = register.rows
  return {
    follow(guestId, certainlyAbsent) {
      tellWaitingNews(register, guestId, certainlyAbsent === undefined ? {} : { certainlyAbsent })
    },
    isTakenBack({ kind, guestId }) {
      if (kind !== 'cancellation') return false
      const news = waitingNews.ofGuest(guestId)
      return presenceOf({ chain: notifications.chainOf(guestId), news }) === 'here'
    },
  }
}
