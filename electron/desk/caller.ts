import type { Actor } from '#shared/domain/actor.ts'

/** Who calls, from where: the context every transport gives to every procedure. */
export interface Caller {
  readonly actor: Actor
  /** The browser tab, window or token: one person at two places is two clerks when a guest is being filed by hand. */
  readonly workplace: string
  readonly transport: 'port' | 'http' | 'cli'
}

/** What the desk does by itself (a lease that ran out) is audited under this name. */
export const THE_DESK: Actor = { staffId: '00000000-0000-7000-8000-000000000000', name: 'Qabyl', role: 'manager' }
