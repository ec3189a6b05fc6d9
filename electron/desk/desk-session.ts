import type { Logger } from '#electron/store/ports.ts'
import type { Property } from '#electron/store/rows/property.ts'
import type { Status } from '#shared/contract/schemas.ts'
import type { Caller } from './caller.ts'
import type { Change } from './change-bus.ts'
import type { Desk } from './desk.ts'
import type { Language, PropertyInput } from './training/sample-property.ts'

/** What the procedures know of the process around them: which desk answers, and how to change to another. */
export interface DeskSession {
  readonly logger: Logger
  /** The desk that answers now. Throws `NOT_SET_UP` before first start is done, `STORE_FAILED` when the folder does not open. */
  desk(): Desk
  /** Answers in every mode. */
  status(caller: Caller): Status
  subscribe(signal: AbortSignal | undefined): AsyncGenerator<Change, void, void>
  startTraining(language: Language): Promise<void>
  leaveTraining(): Promise<void>
  /** Throws `ALREADY_SET_UP`, `BAD_INPUT`, `STORE_FAILED`. */
  createProperty(input: PropertyInput): Promise<{ property: Property; recoveryCode: string }>
  /** The same workplace, as somebody of the desk that answers now. */
  callerAfterSwitch(caller: Caller): Caller
}
