import { isAbsolute } from 'node:path'
import { readScript } from '#electron/channels/migration-api/http-client.ts'
import { type WayTrouble, waysByScript } from '#electron/channels/proxy/find-ways.ts'
import type { ChannelAddress } from './channel-address.ts'
import { badInput } from './desk-error.ts'
import { systemPorts } from './system-ports.ts'

const READ_WITHIN_MS = 10_000

const WHY: Readonly<Record<WayTrouble, string>> = {
  script_broken:
    'The proxy script is no program with a FindProxyForURL, or it fails. Nothing would be sent; correct the script.',
  script_endless: 'The proxy script does not come to an end within a second. Nothing would be sent; correct the script.',
  answer_unreadable:
    'The proxy script names neither a proxy nor DIRECT for this service. Nothing would be sent; correct the script.',
  script_not_found: 'There is no proxy script in this place, or it is larger than a megabyte.',
  system_silent: 'The operating system does not say which proxy it uses.',
}

/**
 * A script is tried before it is trusted with the notices. One on another computer that cannot be reached now may be there later: the line
 * will say so then. Throws `BAD_INPUT`.
 */
export async function requireUsableProxy({ proxy, url, authority }: ChannelAddress): Promise<void> {
  if (proxy?.kind !== 'script') return
  const { location } = proxy
  const isFile = isAbsolute(location)
  if (!isFile && !/^https?:\/\//i.test(location)) {
    throw badInput(
      'proxy.location',
      'wrong_format',
      'The proxy script is an address (http:// or https://) or a whole path on this PC.',
    )
  }
  if (!isFile && !URL.canParse(location)) throw badInput('proxy.location', 'wrong_format', 'The address is not complete.')
  const { clock } = systemPorts()
  const trust = authority === undefined ? { clock } : { clock, extraCertificate: authority }
  const script = await readScript(location, AbortSignal.timeout(READ_WITHIN_MS), trust)
  if (script === null) {
    if (isFile) throw badInput('proxy.location', 'wrong_format', WHY.script_not_found)
    return
  }
  const found = await waysByScript(script, new URL(url).origin)
  if (found.kind === 'trouble') throw badInput('proxy.location', 'wrong_format', WHY[found.trouble])
}
