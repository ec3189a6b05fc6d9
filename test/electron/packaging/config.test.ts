import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getConfig, validateConfiguration } from 'app-builder-lib/out/util/config/config.js'
import { DebugLogger } from 'builder-util'
import { describe, expect, it } from 'vitest'
import { PROJECT_ROOT } from '../../support/project.ts'

const readConfig = () => getConfig(PROJECT_ROOT, join(PROJECT_ROOT, 'electron-builder.yml'), null)

describe('packaging configuration', () => {
  it('is valid by the packager’s own schema', async () => {
    const config = await readConfig()
    await expect(validateConfiguration(config, new DebugLogger(false))).resolves.toBeUndefined()
  })

  it('is refused by the same schema when a name is wrong', async () => {
    const config = { ...(await readConfig()), asarUnpak: ['**/*.node'] }
    await expect(validateConfiguration(config, new DebugLogger(false))).rejects.toThrow('asarUnpak')
  })

  it('switches off every fuse that would let someone else’s code run inside the signed program', async () => {
    const config = await readConfig()
    expect(config.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    })
  })

  it('packs the one native library and nothing else from node_modules', async () => {
    const manifest: unknown = JSON.parse(await readFile(join(PROJECT_ROOT, 'package.json'), 'utf8'))
    expect(manifest).toMatchObject({
      dependencies: { 'better-sqlite3': expect.stringMatching(/^npm:better-sqlite3-multiple-ciphers@/) },
    })
    expect(Object.keys((manifest as { dependencies: object }).dependencies)).toEqual(['better-sqlite3'])
  })
})
