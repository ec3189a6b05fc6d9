import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { z } from 'zod'

export const OPENAPI_FILE = new URL('../../../electron/channels/migration-api/openapi.json', import.meta.url)

const documentSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.object({ schemas: z.record(z.string(), z.record(z.string(), z.unknown())) }),
})

/** The published `openapi.json` as a judge that shares no code with the schemas it was made from. */
export function openApiSchemas() {
  const text = readFileSync(OPENAPI_FILE, 'utf8')
  const document = documentSchema.parse(JSON.parse(text))
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats(ajv)
  ajv.addSchema(document, 'openapi')
  return {
    names: Object.keys(document.components.schemas),
    /** What is wrong with `value` as the named component; empty when nothing is. */
    validate(name: string, value: unknown): string[] {
      const check = ajv.getSchema(`openapi#/components/schemas/${name}`)
      if (check === undefined) throw new Error(`openapi.json has no component ${name}`)
      return check(value) === true ? [] : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
    },
    /** Problems of one answer against what the document publishes for that path, method and status. */
    validateAnswer(path: string, method: string, status: number, mediaType: string, body: unknown): string[] {
      const operation = z
        .object({ responses: z.record(z.string(), z.object({ content: z.record(z.string(), z.unknown()) })) })
        .parse(document.paths[path]?.[method])
      const content = operation.responses[String(status)]?.content
      if (content === undefined) return [`${status} is not published for ${method} ${path}`]
      if (!(mediaType in content)) return [`${mediaType} is not published for ${status} of ${method} ${path}`]
      const published = z.object({ schema: z.object({ $ref: z.string() }) }).safeParse(content[mediaType])
      return published.success ? this.validate(published.data.schema.$ref.split('/').at(-1) ?? '', body) : []
    },
  }
}
