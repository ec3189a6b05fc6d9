import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const SOURCE = fileURLToPath(new URL('./disk-calls.c', import.meta.url))

/** Why the library cannot be used on this machine; `undefined` where it can. */
export function reasonNotToPreload(): string | undefined {
  if (process.platform !== 'linux') return `recording the disk needs Linux, this is ${process.platform}`
  if (spawnSync('gcc', ['--version'], { stdio: 'ignore' }).status !== 0)
    return 'recording the disk needs gcc, which is not installed'
  return undefined
}

/** Compiles the library into a folder and answers its path. Throws what the compiler said. */
export function buildPreload(directory: string): string {
  const library = join(directory, 'disk-calls.so')
  const built = spawnSync(
    'gcc',
    ['-shared', '-fPIC', '-O2', '-Wall', '-Wextra', '-Werror', '-o', library, SOURCE, '-ldl', '-lpthread'],
    {
      encoding: 'utf8',
    },
  )
  if (built.status !== 0) throw new Error(`The library that records the disk does not compile: ${built.stderr}`)
  return library
}
