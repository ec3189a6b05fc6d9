import type { Socket } from 'node:net'
import type { NastyRequest } from '../nasty-server.ts'
import type { HonestService } from './honest-service.ts'

/** `unknown: timeout`, `accepted`: what an attempt is written down as. */
export type Outcome = string
/** Of the three notices of the batch, in the order sent; one word when it is the same for all. */
export type Outcomes = Outcome | readonly [Outcome, Outcome, Outcome]

interface CommonTrap {
  readonly name: string
  /** Where it was seen: a row of the table of outcomes, a system in the field, or the wire itself. */
  readonly origin: 'outcome' | 'field' | 'wire'
  /** What the attempts it spoils are written down as. */
  readonly outcome: Outcomes
  /** Milliseconds nothing may be sent afterwards; none when the service did not ask for it, `back_off` when it did not say how long. */
  readonly holdMs?: number | 'back_off'
  /** Where the notices are once the service behaves again; `accepted` unless said otherwise. */
  readonly ends?: Outcomes
}

/** Something the service, or what stands before it, does to one request. */
export interface Trap extends CommonTrap {
  /** Does as it likes with the connection. The service behind it takes the request only when the trap lets it. */
  readonly springs: (request: NastyRequest, socket: Socket, service: HonestService) => void
  /** How long the desk waits for a whole answer; long unless the trap is about waiting. */
  readonly deadlineMs?: number
  /** The connection has carried an answer before. */
  readonly isReused?: boolean
  /** Springs at the first bytes instead, before the request is read. */
  readonly interrupts?: (socket: Socket) => void
}

/** An address at which the service cannot be spoken to. */
export interface AddressTrap extends CommonTrap {
  readonly address: () => Promise<string>
}
