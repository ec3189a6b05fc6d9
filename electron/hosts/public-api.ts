import { OpenAPIGenerator } from '@orpc/openapi'
import { OpenAPIHandler } from '@orpc/openapi/fastify'
import type { AnyRouter, Context, TraverseContractProcedureCallbackOptions } from '@orpc/server'
import { JSON_SCHEMA_REGISTRY, ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { contract } from '#shared/contract/contract.ts'
import { calendarDateSchema, localDateTimeSchema } from '#shared/contract/day-schemas.ts'

/** Path of the REST API for the hotel's PMS. */
export const PUBLIC_API_PATH = '/api/v1'

/** Whether a procedure is part of the REST API: the contract says so by the tag `public`. */
export function isPublic({ contract: procedure }: Pick<TraverseContractProcedureCallbackOptions, 'contract'>): boolean {
  return procedure['~orpc'].route.tags?.includes('public') ?? false
}

export function createPublicApiHandler(router: AnyRouter): OpenAPIHandler<Context> {
  return new OpenAPIHandler<Context>(router, { filter: isPublic })
}

/** The OpenAPI 3.1 document of the public part, made from the contract, so that the two cannot drift apart. */
export async function publicApiDocument(appVersion: string): Promise<object> {
  JSON_SCHEMA_REGISTRY.add(calendarDateSchema, { type: 'string', format: 'date', description: 'Hotel-local day' })
  JSON_SCHEMA_REGISTRY.add(localDateTimeSchema, {
    type: 'string',
    pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$',
    description: 'Hotel-local time',
  })
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  return generator.generate(contract, {
    filter: isPublic,
    info: {
      title: 'Qabyl for the hotel PMS',
      version: appVersion,
      description: 'Arrivals in, filing status out. Loopback only; a bearer token per run.',
    },
    servers: [{ url: PUBLIC_API_PATH }],
    components: { securitySchemes: { apiToken: { type: 'http', scheme: 'bearer' } } },
    security: [{ apiToken: [] }],
  })
}
