import { type Command, isSet, wholeNumberOf } from '../command.ts'
import { withDesk } from '../with-desk.ts'

/** One question to a running desk; shorter than what an HTTP client waits for an answer. */
const LONGEST_CALL_MS = 60_000
const DEFAULT_TIMEOUT_S = 600

export const drain: Command = {
  summary: 'sends what can be sent by itself, and waits for it',
  flags: {
    'until-empty': {
      type: 'boolean',
      help: 'waits for back-off and Retry-After too; exits 1 when something is left at the end',
    },
    timeout: { type: 'string', value: 'S', help: `seconds to try at most (${DEFAULT_TIMEOUT_S})` },
  },
  async run(invocation) {
    const untilEmpty = isSet(invocation, 'until-empty')
    const seconds = wholeNumberOf(invocation, 'timeout', { min: 1, max: 3600 }) ?? DEFAULT_TIMEOUT_S
    const answer = await withDesk(invocation, async (client) => {
      const endMs = performance.now() + seconds * 1000
      let accepted = 0
      for (;;) {
        const startedMs = performance.now()
        const timeoutMs = Math.max(1, Math.min(LONGEST_CALL_MS, Math.round(endMs - startedMs)))
        const part = await client.queue.drain({ untilEmpty, timeoutMs })
        accepted += part.accepted
        // An answer before its time is up is the last word: paused, signed out, or nothing left.
        const isLastWord = performance.now() - startedMs < timeoutMs - 100
        if (part.isEmpty || !untilEmpty || isLastWord || performance.now() >= endMs) return { ...part, accepted }
      }
    })
    const { isEmpty, accepted, pending, needsPerson, notYetArrived } = answer
    invocation.print(
      answer,
      `${accepted} accepted, ${pending} still waiting, ${needsPerson} need a person, ${notYetArrived} not arrived yet` +
        (untilEmpty && !isEmpty ? '\nThe time is up and not everything is gone. The rest stays in the queue.' : ''),
    )
    return untilEmpty && !isEmpty ? 1 : 0
  },
}
