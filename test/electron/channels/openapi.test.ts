import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { openApiDocument } from '#electron/channels/migration-api/openapi.ts'
import { firstNoticePayload, noticePayload } from './notice-fixture.ts'
import { OPENAPI_FILE, openApiSchemas } from './openapi-schemas.ts'

describe('the published contract of the migration-api channel', () => {
  it('is in openapi.json as the wire schemas say; electron/channels/README.md tells how to write it anew', () => {
    const published: unknown = JSON.parse(readFileSync(OPENAPI_FILE, 'utf8'))
    expect(published).toEqual(JSON.parse(JSON.stringify(openApiDocument())))
  })

  it('holds only schemas that are valid JSON Schema 2020-12, every reference resolved', () => {
    const { names, validate } = openApiSchemas()
    expect(names).toContain('NoticeResult')
    expect(new Ajv2020({ strict: false }).validateSchema({ type: 'nonsense' })).toBe(false)
    for (const name of names) expect(() => validate(name, {}), name).not.toThrow()
  })

  it('takes a complete notice and names what an incomplete one lacks', () => {
    const { validate } = openApiSchemas()
    expect(validate('Notice', noticePayload())).toEqual([])
    expect(validate('Notice', firstNoticePayload())).toEqual([])
    const { person, ...rest } = noticePayload()
    expect(validate('NoticeVersion2', rest)).toEqual([" must have required property 'person'"])
    expect(validate('NoticeVersion2', { ...rest, person: { ...person, citizenship: 'Germany' } })).toEqual([
      '/person/citizenship must match pattern "^[A-Z]{3}$"',
    ])
  })

  it('refers to every component it defines, and defines nothing else', () => {
    const text = readFileSync(OPENAPI_FILE, 'utf8')
    for (const name of openApiSchemas().names) expect(text).toContain(`"#/components/schemas/${name}"`)
  })
})
