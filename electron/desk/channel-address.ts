import { z } from 'zod'
import type { Caller } from './caller.ts'
import { badInput } from './desk-error.ts'
import type { Register } from './register.ts'

const SETTING = 'channel.migration-api'

const channelAddressSchema = z.object({
  url: z.string(),
  clientId: z.string().nullable(),
  clientSecret: z.string().nullable(),
  /** The simulated service of a training folder, started by the desk itself: another port at each start. */
  isBuiltIn: z.boolean(),
})
/** Where the `migration-api` channel goes and as whom. Lives in the encrypted file; the secret never leaves the desk. */
export type ChannelAddress = z.infer<typeof channelAddressSchema>

export function findChannelAddress(register: Pick<Register, 'store'>): ChannelAddress | undefined {
  return register.store.settings.get(SETTING, channelAddressSchema)
}

/** Throws `BAD_INPUT` at `url` for anything but http(s). */
export function saveChannelAddress(register: Register, caller: Caller, address: ChannelAddress): void {
  const { protocol, origin } = new URL(address.url)
  if (protocol !== 'https:' && protocol !== 'http:') {
    throw badInput('url', 'wrong_format', 'The address of the channel begins with https:// (or http:// for a simulator).')
  }
  register.write(() => {
    register.store.settings.set(SETTING, address)
    // The simulated service has another port at each start: nobody decided anything.
    if (address.isBuiltIn) return
    register.store.audit.append({
      actor: caller.actor,
      action: 'channel.address_set',
      subject: null,
      stayId: null,
      details: { origin, hasCredentials: address.clientId !== null },
    })
  })
  register.changed(['status', 'queue'], null)
}
