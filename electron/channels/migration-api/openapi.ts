import { z } from 'zod'
import { COMPONENTS } from './openapi-components.ts'
import { openApiPaths } from './openapi-paths.ts'

export interface OpenApiDocument {
  readonly openapi: '3.1.1'
  readonly info: object
  readonly security: readonly object[]
  readonly paths: Readonly<Record<string, object>>
  readonly components: { readonly securitySchemes: object; readonly schemas: Readonly<Record<string, unknown>> }
}

/** The published contract of the channel. `openapi.json` beside this file is this document, checked by a test. */
export function openApiDocument(): OpenApiDocument {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Migration API',
      version: '1.3.0',
      summary: 'Notices about foreign guests, of arrival and what follows it, from a receiving party to a migration service.',
      description: [
        'The sender makes the ids: sending the same `clientId` again is the same notice revision and answers with the same reference, so a',
        'lost answer is repaired by sending again or by asking. Every notice of a request gets a result of its own. A 4xx answer to a whole',
        'request means that nothing of it was taken. An answer without a result for a notice proves nothing about that notice.',
        'A service that needs time answers 202 for a request, or `deferred` for a notice, with a batch reference: the batch tells later.',
      ].join('\n'),
    },
    security: [
      {},
      { clientCredentials: [] },
      { apiKey: [] },
      { mutualTls: [] },
      { clientCredentials: [], mutualTls: [] },
      { apiKey: [], mutualTls: [] },
    ],
    paths: openApiPaths(),
    components: {
      securitySchemes: {
        clientCredentials: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: '/oauth/token', scopes: {} } } },
        apiKey: { type: 'apiKey', in: 'header', name: 'X-Api-Key' },
        mutualTls: { type: 'mutualTLS', description: 'A certificate of the receiving party, issued by the service or for it.' },
      },
      schemas: componentSchemas(),
    },
  }
}

function componentSchemas(): Readonly<Record<string, unknown>> {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(COMPONENTS)) registry.add(schema, { id })
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}`, io: 'input' })
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, withoutDialect(schema)]))
}

/** OpenAPI 3.1 names the dialect for the whole document, and a component is found by its place, not by its `$id`. */
function withoutDialect(schema: object): object {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema' && key !== '$id'))
}
