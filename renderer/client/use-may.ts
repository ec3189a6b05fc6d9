import { type Permission, ROLES, roleHas } from '#shared/domain/actor.ts'
import { useStatus } from './use-status.ts'

/** Why an act is not offered here: the role may not, or nothing can be saved in this folder at all. */
export type MayNot = 'role' | 'read_only'

/** `null` = the person at this workplace may; otherwise why not. The desk decides anyway; this is so that nobody is led to a refusal. */
export function useMayNot(permission: Permission): MayNot | null {
  const { actor, mode } = useStatus()
  const role = ROLES.find((known) => known === actor.role)
  if (role === undefined || !roleHas(role, permission)) return 'role'
  return mode === 'read_only' ? 'read_only' : null
}
