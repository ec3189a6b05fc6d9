import { assertNever } from '#shared/domain/assert-never.ts'
import { type FromDeskProcess, fromDeskProcessSchema, type ToDeskProcess } from '../hosts/process-messages.ts'
import { type DeskProcessState, FIRST_SUPERVISION, type SupervisionEvent, supervise } from './desk-supervision.ts'

/** What is used of Electron's `UtilityProcess`; the tests bring a double that clones like the real one. */
export interface ForkedDesk<Port> {
  postMessage(message: ToDeskProcess, ports: readonly Port[]): void
  onMessage(listener: (message: unknown) => void): void
  onExit(listener: () => void): void
  kill(): void
}

/** A window that wants a line to the desk. */
export interface DeskWindow<Port> {
  /** Which workplace it is; leases belong to it. */
  readonly workplace: string
  givePort(port: Port): void
  /** Its port is dead. */
  tellLost(): void
}

export interface DeskHostParts<Port> {
  fork(): ForkedDesk<Port>
  makeChannel(): { readonly forDesk: Port; readonly forWindow: Port }
  /** Folder and key, asked for at each start. */
  startMessage(): Promise<Extract<ToDeskProcess, { type: 'start' }>>
  /** The system's own answer to which proxy leads to an origin, as `PROXY a:1; DIRECT`. */
  resolveProxy(origin: string): Promise<string>
  /** Milliseconds on a clock that never jumps. */
  monotonicMs(): number
  /** Runs `work` once after `delayMs`. */
  later(delayMs: number, work: () => void): void
  onState(state: DeskProcessState): void
  log(message: string): void
}

export interface DeskHost<Port> {
  start(): void
  /** Gives the window a port as soon as the desk runs. */
  connect(window: DeskWindow<Port>): void
  disconnect(window: DeskWindow<Port>): void
  /** The PC is about to sleep, or has slept. A desk that is not running hears it from its clock. */
  tellPower(event: 'suspend' | 'wake'): void
  /** After a reported failure, when a person has done something about it. */
  retry(): void
  /** Asks the desk to end and waits until it has; a desk that does not is ended after `graceMs`. */
  stop(graceMs: number): Promise<void>
}

/** Keeps one desk process alive and hands out lines to it. */
export function createDeskHost<Port>(parts: DeskHostParts<Port>): DeskHost<Port> {
  let supervision = FIRST_SUPERVISION
  let desk: ForkedDesk<Port> | undefined
  let whenExited: Promise<void> = Promise.resolve()
  const waiting = new Set<DeskWindow<Port>>()
  const connected = new Set<DeskWindow<Port>>()

  function happen(event: SupervisionEvent): void {
    const before = supervision.state
    const { next, action } = supervise(supervision, event)
    supervision = next
    if (next.state !== before) parts.onState(next.state)
    if (action.kind === 'fork') fork()
    if (action.kind === 'fork_after') parts.later(action.delayMs, () => happen({ kind: 'restart_due' }))
  }

  function fork(): void {
    parts.startMessage().then(
      (message) => {
        if (!supervision.isStopping) begin(message)
      },
      () =>
        happen({
          kind: 'reported_failure',
          code: 'start_failed',
          directory: '',
          message:
            'The desk program could not be started; nothing is sent meanwhile. Restart the computer; if it stays so, reinstall Qabyl.',
        }),
    )
  }

  function begin(message: Extract<ToDeskProcess, { type: 'start' }>): void {
    const current = parts.fork()
    desk = current
    const exited = Promise.withResolvers<void>()
    whenExited = exited.promise
    current.onMessage((value) => hear(current, value))
    current.onExit(() => {
      if (desk === current) desk = undefined
      exited.resolve()
      for (const window of connected) {
        window.tellLost()
        waiting.add(window)
      }
      connected.clear()
      happen({ kind: 'exited', atMs: parts.monotonicMs() })
    })
    current.postMessage(message, [])
  }

  function hear(speaker: ForkedDesk<Port>, value: unknown): void {
    const message = fromDeskProcessSchema.safeParse(value)
    if (message.success && speaker === desk) obey(message.data, speaker)
    else parts.log('The desk process said something that is not understood.')
  }

  function obey(message: FromDeskProcess, speaker: ForkedDesk<Port>): void {
    switch (message.type) {
      case 'failed':
        happen({ kind: 'reported_failure', code: message.code, directory: message.directory, message: message.message })
        return
      case 'ready':
        happen({ kind: 'ready', atMs: parts.monotonicMs() })
        for (const window of [...waiting]) give(window)
        return
      case 'ask_proxy': {
        const answer = (list: string | null): void => {
          if (speaker === desk) speaker.postMessage({ type: 'proxy_answer', id: message.id, list }, [])
        }
        parts.resolveProxy(message.origin).then(answer, () => answer(null))
        return
      }
      default:
        assertNever(message)
    }
  }

  function give(window: DeskWindow<Port>): void {
    waiting.delete(window)
    connected.add(window)
    const { forDesk, forWindow } = parts.makeChannel()
    desk?.postMessage({ type: 'port', workplace: window.workplace }, [forDesk])
    window.givePort(forWindow)
  }

  return {
    start: fork,
    connect(window) {
      if (supervision.state.kind === 'running' && desk !== undefined) give(window)
      else waiting.add(window)
    },
    disconnect(window) {
      waiting.delete(window)
      connected.delete(window)
    },
    tellPower(event) {
      if (supervision.state.kind === 'running') desk?.postMessage({ type: 'power', event }, [])
    },
    retry: () => happen({ kind: 'retry' }),
    async stop(graceMs) {
      happen({ kind: 'stop' })
      const last = desk
      if (last === undefined) return
      last.postMessage({ type: 'stop' }, [])
      parts.later(graceMs, () => {
        if (desk === last) last.kill()
      })
      await whenExited
    },
  }
}
