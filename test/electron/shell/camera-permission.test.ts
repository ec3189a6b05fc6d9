import { describe, expect, it } from 'vitest'
import { isPermissionAllowed } from '#electron/shell/permission-policy.ts'

const OWN = { permission: 'media', requestingUrl: 'app://qabyl/', isMainFrame: true }

describe('the camera', () => {
  it('is for our own page, to hold a document before it', () => {
    expect(isPermissionAllowed({ ...OWN, mediaTypes: ['video'] })).toBe(true)
    expect(isPermissionAllowed({ ...OWN, requestingUrl: 'https://evil.example/', mediaTypes: ['video'] })).toBe(false)
    expect(isPermissionAllowed({ ...OWN, isMainFrame: false, mediaTypes: ['video'] })).toBe(false)
  })

  it('never comes with the microphone, and a device nobody names is none', () => {
    for (const mediaTypes of [['audio'], ['video', 'audio'], ['unknown'], [], undefined])
      expect(isPermissionAllowed({ ...OWN, mediaTypes })).toBe(false)
  })
})
