import { z } from 'zod'

const topicSchema = z.enum(['status', 'board', 'queue', 'guest', 'setup', 'law', 'filing', 'report', 'delivery'])
/** Which views changed, in the words of the contract. */
export type Topic = z.infer<typeof topicSchema>

/** What a window is told of the desk. Holds no guest's data. */
export const deskNewsSchema = z.discriminatedUnion('kind', [
  /** The desk answers, and from now on every change is told; whatever was read before may be old. */
  z.object({ kind: z.literal('connected') }),
  z.object({ kind: z.literal('changed'), topics: z.array(topicSchema) }),
  /** The desk does not answer. It is tried again. */
  z.object({ kind: z.literal('lost') }),
  /** This browser has no valid key. It is tried again. */
  z.object({ kind: z.literal('refused') }),
])
export type DeskNews = z.infer<typeof deskNewsSchema>

export type TellNews = (news: DeskNews) => void

/** Somebody who listens to the desk until he is called off. */
export interface Listening {
  /** Tries at once, should he be waiting before the next try. */
  hurry(): void
}
