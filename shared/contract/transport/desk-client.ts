import { type ClientContext, type ClientLink, createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '../contract.ts'

/** Every procedure of the contract as a function: `await client.board.get()`. */
export type DeskClient = ContractRouterClient<Contract>

/** The same client over any link: port, HTTP or, in one process, none. */
export function createDeskClient(link: ClientLink<ClientContext>): DeskClient {
  return createORPCClient(link)
}
