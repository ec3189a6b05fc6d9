import {
  type AnyProcedure,
  createRouterClient,
  getRouter,
  isProcedure,
  ORPCError,
  traverseContractProcedures,
} from '@orpc/server'
import { describe, expect, it } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import type { ProcedureMeta } from '#shared/contract/procedures.ts'
import { type Permission, ROLES, type Role, roleHas } from '#shared/domain/actor.ts'
import { startedDesk } from './desk-under-test.ts'

interface Listed {
  readonly path: readonly string[]
  readonly permission: Permission | null
}

function procedures(): Listed[] {
  const listed: Listed[] = []
  traverseContractProcedures({ path: [], router: contract }, ({ path, contract: procedure }) => {
    const { permission } = procedure['~orpc'].meta as ProcedureMeta
    listed.push({ path: [...path], permission })
  })
  return listed
}

/** Calls with an input nobody accepts: behind the door, a caller who may pass learns that; one who may not never gets so far. */
async function outcomeOf(client: unknown, path: readonly string[]): Promise<string> {
  const call = path.reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], client) as (
    input: unknown,
  ) => Promise<unknown>
  try {
    await call(Symbol.for('nonsense'))
    return 'done'
  } catch (error) {
    return error instanceof ORPCError ? error.code : 'thrown'
  }
}

describe('permissions', () => {
  it('stand at every procedure of the contract', () => {
    expect(procedures().length).toBeGreaterThanOrEqual(40)
  })

  it.each(ROLES)('let a %s do what the role grants and nothing else', async (role: Role) => {
    const desk = await startedDesk()
    const actor = { staffId: desk.ports.newId(), name: 'Probe', role }
    const client = createRouterClient(desk.process.router, {
      context: () => ({ actor, workplace: 'probe', transport: 'http' as const }),
    })
    const wrong: string[] = []
    for (const { path, permission } of procedures()) {
      const name = path.join('.')
      // These switch folders; whoever reached the desk may.
      if (permission === null) continue
      const isForbidden = (await outcomeOf(client, path)) === 'FORBIDDEN'
      if (isForbidden === roleHas(role, permission)) wrong.push(`${name} (${permission})`)
    }
    expect(wrong).toEqual([])
  })

  it('say which one is lacking', async () => {
    const desk = await startedDesk()
    const inspector = desk.as({ actor: { staffId: desk.ports.newId(), name: 'Probe', role: 'inspector' } })
    await expect(inspector.queue.pause()).rejects.toMatchObject({
      code: 'FORBIDDEN',
      status: 403,
      defined: true,
      data: { permission: 'notice.send' },
    })
  })

  it('has a handler behind every procedure', async () => {
    const desk = await startedDesk()
    const missing = procedures().filter(({ path }) => !isProcedure(getRouter(desk.process.router, path) as AnyProcedure))
    expect(missing).toEqual([])
  })
})
