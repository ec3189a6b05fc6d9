import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fetchedElectron } from '../../build/setup/ensure-electron.mjs'
import { tempDirectory } from '../support/temp-directory.ts'

/** An `electron` package whose installer does what `installer` says. */
function electronPackage(installer: string, fetchLimitMs = 10_000) {
  const directory = tempDirectory()
  const place = { packageFolder: join(directory, 'electron'), stateFolder: join(directory, 'state'), fetchLimitMs }
  mkdirSync(place.packageFolder)
  mkdirSync(place.stateFolder)
  writeFileSync(join(place.packageFolder, 'package.json'), '{"type":"commonjs"}')
  writeFileSync(
    join(place.packageFolder, 'install.js'),
    `const fs = require('fs'), os = require('os'), path = require('path')
     const put = (name, text) => { fs.mkdirSync(path.dirname(path.join(__dirname, name)), { recursive: true }); fs.writeFileSync(path.join(__dirname, name), text) }
     ${installer}`,
  )
  return place
}

const HALF = `put('dist/electron', 'half'); fs.writeFileSync(path.join(os.tmpdir(), 'part.zip'), 'half')`

describe('fetching Electron', () => {
  it('answers the program that the installer left', async () => {
    const place = electronPackage(`put('dist/electron', ''); put('path.txt', 'electron')`)
    expect(await fetchedElectron(process.execPath, place)).toEqual({ path: `${place.packageFolder}/dist/electron` })
    expect(readdirSync(place.stateFolder)).toEqual([])
  })

  it('gives up at the limit and leaves no half files', async () => {
    const place = electronPackage(`${HALF}; setInterval(() => {}, 1000)`, 500)
    expect(await fetchedElectron(process.execPath, place)).toEqual({
      reason: 'Electron could not be fetched within 0.5 seconds',
    })
    expect(readdirSync(place.packageFolder).sort()).toEqual(['install.js', 'package.json'])
    expect(readdirSync(place.stateFolder)).toEqual(['electron-failed'])
  })

  it('is not tried again for a day after a failure', async () => {
    const place = electronPackage(`put('tried', ''); process.exit(1)`)
    await fetchedElectron(process.execPath, place)
    expect(existsSync(join(place.packageFolder, 'tried'))).toBe(true)

    writeFileSync(join(place.packageFolder, 'install.js'), `require('fs').writeFileSync(__dirname + '/tried-again', '')`)
    expect(await fetchedElectron(process.execPath, place)).toEqual({ reason: 'Electron could not be fetched earlier today' })
    expect(existsSync(join(place.packageFolder, 'tried-again'))).toBe(false)

    const yesterday = new Date(Date.now() - 25 * 60 * 60 * 1000)
    utimesSync(join(place.stateFolder, 'electron-failed'), yesterday, yesterday)
    await fetchedElectron(process.execPath, place)
    expect(existsSync(join(place.packageFolder, 'tried-again'))).toBe(true)
  })
})
