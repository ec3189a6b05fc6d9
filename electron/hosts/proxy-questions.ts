import type { FromDeskProcess, ToDeskProcess } from './process-messages.ts'

export interface ProxyQuestions {
  /** What the operating system answers for an origin. Rejects when it does not, in time. */
  ask(origin: string): Promise<string>
  answered(answer: Extract<ToDeskProcess, { type: 'proxy_answer' }>): void
}

/** The system runs its own proxy script, and may have to fetch it. */
const ANSWER_WITHIN_MS = 15_000

/** Only the shell can ask the operating system; the desk process asks the shell. */
export function createProxyQuestions(
  post: (question: Extract<FromDeskProcess, { type: 'ask_proxy' }>) => void,
): ProxyQuestions {
  const open = new Map<number, (list: string | null) => void>()
  let last = 0
  return {
    ask(origin) {
      const id = ++last
      const { promise, resolve, reject } = Promise.withResolvers<string>()
      const timer = setTimeout(() => open.get(id)?.(null), ANSWER_WITHIN_MS).unref()
      open.set(id, (list) => {
        clearTimeout(timer)
        open.delete(id)
        if (list === null) reject(new Error('The operating system named no proxy'))
        else resolve(list)
      })
      post({ type: 'ask_proxy', id, origin })
      return promise
    },
    answered: ({ id, list }) => open.get(id)?.(list),
  }
}
