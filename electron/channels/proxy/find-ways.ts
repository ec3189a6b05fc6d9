import dns from 'node:dns/promises'
import { readFile, stat } from 'node:fs/promises'
import { networkInterfaces } from 'node:os'
import { assertNever } from '#shared/domain/assert-never.ts'
import { isThisPc, type ProxyChoice } from './proxy-choice.ts'
import { readProxyList, type Way } from './proxy-list.ts'
import { runProxyScript, type ScriptTrouble } from './run-proxy-script.ts'
import type { AgentWay } from './way-agents.ts'

/** Why no way is known. */
export type WayTrouble = ScriptTrouble | 'script_not_found' | 'system_silent'

export type Ways =
  | { readonly kind: 'ways'; readonly ways: readonly AgentWay[] }
  | { readonly kind: 'trouble'; readonly trouble: WayTrouble }

/** What finding a way takes from the world. */
export interface WayPorts {
  /** The script's text; `null` = not to be had. */
  readScript(location: string, signal: AbortSignal): Promise<string | null>
  /** What the operating system answers for an origin; missing where nobody can ask it. */
  askSystem?(origin: string): Promise<string>
  monotonicMs(): number
}

export interface WayFinder {
  /** To be tried in this order, the one that worked last first. Never an unsaid `direct`. */
  find(signal: AbortSignal): Promise<Ways>
  worked(way: AgentWay): void
  /** None of them did: the next question asks anew. */
  failed(): void
}

/** A laptop changes networks; an administrator changes the script. */
const BELIEVED_MS = 5 * 60_000
const MAX_SCRIPT_BYTES = 1024 * 1024

export function createWayFinder(choice: ProxyChoice, service: URL, ports: WayPorts): WayFinder {
  let known: { readonly ways: readonly AgentWay[]; readonly untilMs: number } | null = null

  async function ask(signal: AbortSignal): Promise<Ways> {
    if (isThisPc(service)) return only({ kind: 'direct' })
    switch (choice.kind) {
      case 'direct':
        return only({ kind: 'direct' })
      case 'explicit':
        return only({ kind: 'http', url: choice.url })
      case 'environment':
        return only({ kind: 'environment' })
      case 'system': {
        if (ports.askSystem === undefined) return only({ kind: 'environment' })
        const list = await ports.askSystem(service.origin).catch(() => null)
        return list === null ? { kind: 'trouble', trouble: 'system_silent' } : waysOf(list)
      }
      case 'script': {
        const script = await ports.readScript(choice.location, signal)
        return script === null ? { kind: 'trouble', trouble: 'script_not_found' } : waysByScript(script, service.origin)
      }
      default:
        return assertNever(choice)
    }
  }

  return {
    async find(signal) {
      if (known !== null && ports.monotonicMs() < known.untilMs) return { kind: 'ways', ways: known.ways }
      const found = await ask(signal)
      known = found.kind === 'ways' ? { ways: found.ways, untilMs: ports.monotonicMs() + BELIEVED_MS } : null
      return found
    },
    worked(way) {
      if (known !== null && known.ways[0] !== way)
        known = { ...known, ways: [way, ...known.ways.filter((other) => other !== way)] }
    },
    failed() {
      known = null
    },
  }
}

/** The ways a script names for an origin (`https://host`). */
export async function waysByScript(script: string, origin: string): Promise<Ways> {
  const outcome = await runProxyScript(script, origin, { resolve: resolveName, ownAddress: ownAddress() })
  return outcome.kind === 'answer' ? waysOf(outcome.list) : outcome
}

function only(way: AgentWay): Ways {
  return { kind: 'ways', ways: [way] }
}

/** Silence and nonsense are no `DIRECT`: the administrator may have wanted that nothing leaves past the proxy. */
function waysOf(list: string): Ways {
  const ways: readonly Way[] = readProxyList(list)
  return ways.length === 0 ? { kind: 'trouble', trouble: 'answer_unreadable' } : { kind: 'ways', ways }
}

async function resolveName(host: string): Promise<string | null> {
  return dns.lookup(host, { family: 4 }).then(
    ({ address }) => address,
    () => null,
  )
}

/** The first address of this PC that is not its own alone. */
function ownAddress(): string {
  const addresses = Object.values(networkInterfaces()).flatMap((entries) => entries ?? [])
  return addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.1'
}

/** A script on this PC; `null` when it cannot be read, or is too large to be one. */
export async function readScriptFile(path: string): Promise<string | null> {
  try {
    if ((await stat(path)).size > MAX_SCRIPT_BYTES) return null
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null
    throw error
  }
}
