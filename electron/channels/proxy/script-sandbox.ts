import { newQuickJSWASMModuleFromVariant, type QuickJSContext } from 'quickjs-emscripten-core'
import { SCRIPT_WORDS } from './script-words.ts'

export interface ScriptRun {
  readonly script: string
  /** `https://service.kz`, without path and query: those are nobody's business. */
  readonly origin: string
  /** What names resolved to; `null` = to nothing. */
  readonly addresses: ReadonlyMap<string, string | null>
  readonly ownAddress: string
}

export type ScriptEnd =
  | { readonly kind: 'answer'; readonly list: string }
  /** It cannot go on without the address of this name. */
  | { readonly kind: 'wants_address'; readonly host: string }
  /** It is no program, has no `FindProxyForURL`, threw, or ran too long. */
  | { readonly kind: 'broken'; readonly isOverTime: boolean }
  | { readonly kind: 'no_text' }

/** Longest an honest script has been seen to take is a few milliseconds. */
const TIME_LIMIT_MS = 1_000
const MEMORY_LIMIT_BYTES = 32 * 1024 * 1024
const STACK_LIMIT_BYTES = 256 * 1024

/** One run of a proxy script in an interpreter of its own, inside WebAssembly: it sees no file, no network and nothing of the program. */
export async function runInSandbox({ script, origin, addresses, ownAddress }: ScriptRun): Promise<ScriptEnd> {
  const { default: variant } = await import('@jitl/quickjs-singlefile-mjs-release-sync')
  const engine = await newQuickJSWASMModuleFromVariant(variant)
  const deadlineMs = performance.now() + TIME_LIMIT_MS
  const runtime = engine.newRuntime({
    memoryLimitBytes: MEMORY_LIMIT_BYTES,
    maxStackSizeBytes: STACK_LIMIT_BYTES,
    interruptHandler: () => performance.now() > deadlineMs,
  })
  const vm = runtime.newContext()
  const wanted: string[] = []
  give(vm, 'myIpAddress', () => ownAddress)
  give(vm, 'dnsResolve', (host) => {
    const known = addresses.get(host)
    if (known === undefined) wanted.push(host)
    return known ?? null
  })
  const call = `\n;FindProxyForURL(${JSON.stringify(`${origin}/`)}, ${JSON.stringify(new URL(origin).hostname)})`
  const end = evaluate(vm, `${SCRIPT_WORDS}\n${script}${call}`)
  const isOverTime = performance.now() > deadlineMs
  const [host] = wanted
  if (end.kind === 'broken' && isOverTime) return { kind: 'broken', isOverTime }
  return host === undefined ? end : { kind: 'wants_address', host }
}

function evaluate(vm: QuickJSContext, code: string): ScriptEnd {
  const result = vm.evalCode(code, 'proxy.pac')
  if (result.error !== undefined) return { kind: 'broken', isOverTime: false }
  const { value } = result
  return vm.typeof(value) === 'string' ? { kind: 'answer', list: vm.getString(value) } : { kind: 'no_text' }
}

function give(vm: QuickJSContext, name: string, answer: (argument: string) => string | null): void {
  const handle = vm.newFunction(name, (argument) => {
    const text = answer(argument === undefined ? '' : String(vm.dump(argument)))
    return text === null ? vm.null : vm.newString(text)
  })
  vm.setProp(vm.global, name, handle)
  handle.dispose()
}
