import { execFile } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tempDirectory } from '../support/temp-directory.ts'

const MODULE = JSON.stringify(new URL('../../build/setup/find-chromium.mjs', import.meta.url).href)

/** Two machines, two sets of tests: none of them is a skipped one. */
const isDebianAsRoot =
  process.getuid?.() === 0 && existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))

/** `ensureChromium` on a machine that has on its PATH only what `directory` holds: its answer, or why it refused. */
function ensureWithPath(directory: string, env: Readonly<Record<string, string>> = {}): Promise<string> {
  const source = `
    import { ensureChromium } from ${MODULE}
    console.log(await ensureChromium().catch((error) => error.name + ': ' + error.message))`
  return new Promise((resolve, reject) => {
    execFile(process.execPath, ['--input-type=module', '-e', source], { env: { PATH: directory, ...env } }, (error, stdout) => {
      if (error === null) resolve(stdout.trim())
      else reject(error)
    })
  })
}

function putProgram(path: string, script: string): void {
  writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 })
}

describe.skipIf(process.platform !== 'linux')('the browser for the tests, on Linux', () => {
  it('is any that is installed', async () => {
    const directory = tempDirectory()
    putProgram(join(directory, 'google-chrome'), '')
    expect(await ensureWithPath(directory)).toBe(join(directory, 'google-chrome'))
  })

  it('is the one that is named, and a name that leads nowhere is refused', async () => {
    const directory = tempDirectory()
    const named = join(directory, 'my-browser')
    expect(await ensureWithPath(directory, { QABYL_CHROMIUM: named })).toBe(
      `SetupError: QABYL_CHROMIUM names ${named}, where there is no browser. Correct it or leave it out.`,
    )
    putProgram(named, '')
    expect(await ensureWithPath(directory, { QABYL_CHROMIUM: named })).toBe(named)
  })

  if (isDebianAsRoot) {
    it('is installed on Debian as root', async () => {
      const directory = tempDirectory()
      const log = join(directory, 'log')
      const browser = join(directory, 'chromium')
      // "-qq -o … -o … install -y …": the browser is there once it has been asked for.
      putProgram(join(directory, 'apt-get'), `echo "$@" >> '${log}'; case "$*" in *install*) echo > '${browser}';; esac`)
      expect(await ensureWithPath(directory)).toBe(browser)
      const options = '-qq -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0'
      expect(readFileSync(log, 'utf8').trim().split('\n')).toEqual([
        `${options} update`,
        `${options} install -y --no-install-recommends chromium`,
      ])
    })

    it('is refused with the reason when Debian cannot install it', async () => {
      const directory = tempDirectory()
      putProgram(join(directory, 'apt-get'), 'exit 100')
      expect(await ensureWithPath(directory)).toMatch(
        /^SetupError: Chromium could not be installed: "apt-get .* update" ended with code 100\.$/,
      )
    })
  } else {
    it('is refused with what to install elsewhere', async () => {
      expect(await ensureWithPath(tempDirectory())).toMatch(
        /^SetupError: the tests need a browser and found none\. Install Chromium/,
      )
    })
  }
})
