import { describe, expect, it } from 'vitest'
import { redirectPage } from '../../build/setup/open-in-browser.mjs'
import { addressIn } from '../../build/setup/serve-in-browser.mjs'

describe('the way into the browser', () => {
  it('leads on to the address, which cannot break out of its attribute', () => {
    expect(redirectPage('http://127.0.0.1:4680/#token=a&b"><script>')).toContain(
      'content="0; url=http://127.0.0.1:4680/#token=a&amp;b&quot;>&lt;script>"',
    )
  })

  it('reads the address from the ready line and from nothing else', () => {
    expect(addressIn('{"url":"http://127.0.0.1:4680/#token=x","token":"x","apiToken":"y"}')).toBe(
      'http://127.0.0.1:4680/#token=x',
    )
    expect(addressIn('starting …')).toBeUndefined()
    expect(addressIn('{"url":5}')).toBeUndefined()
  })
})
