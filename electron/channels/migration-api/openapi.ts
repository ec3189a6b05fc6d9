import { z } from 'zod'
import {
  healthSchema,
  issueSchema,
  lookUpAnswerSchema,
  lookUpSchema,
  MAX_NOTICES_PER_REQUEST,
  noticeContentSchema,
  noticeListSchema,
  noticeResultSchema,
  noticeVersion1Schema,
  noticeVersion2Schema,
  problemSchema,
  storedNoticeSchema,
  submissionAnswerSchema,
  submissionSchema,
  submittedNoticeSchema,
  tokenErrorSchema,
  tokenSchema,
  warningSchema,
} from './wire.ts'

const COMPONENTS = {
  Notice: noticeContentSchema,
  NoticeVersion1: noticeVersion1Schema,
  NoticeVersion2: noticeVersion2Schema,
  SubmittedNotice: submittedNoticeSchema,
  Submission: submissionSchema,
  Issue: issueSchema,
  Warning: warningSchema,
  NoticeResult: noticeResultSchema,
  SubmissionAnswer: submissionAnswerSchema,
  StoredNotice: storedNoticeSchema,
  NoticeList: noticeListSchema,
  LookUp: lookUpSchema,
  LookUpAnswer: lookUpAnswerSchema,
  Health: healthSchema,
  Token: tokenSchema,
  TokenError: tokenErrorSchema,
  Problem: problemSchema,
} as const
type ComponentName = keyof typeof COMPONENTS

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
      version: '1.2.0',
      summary: 'Notices about foreign guests, of arrival and what follows it, from a receiving party to a migration service.',
      description: [
        'The sender makes the ids: sending the same `clientId` again is the same notice revision and answers with the same reference, so a',
        'lost answer is repaired by sending again or by asking. Every notice of a request gets a result of its own. A 4xx answer to a whole',
        'request means that nothing of it was taken. An answer without a result for a notice proves nothing about that notice.',
      ].join('\n'),
    },
    security: [{}, { clientCredentials: [] }, { apiKey: [] }],
    paths: {
      '/v1/notices': {
        post: {
          operationId: 'submitNotices',
          summary: `Submit up to ${MAX_NOTICES_PER_REQUEST} notices.`,
          requestBody: { required: true, content: json('Submission') },
          responses: {
            200: { description: 'One result per notice, in the order sent.', content: json('SubmissionAnswer') },
            ...problems(['400', '401', '413', '415', '422', '429', '503']),
          },
        },
        get: {
          operationId: 'listNotices',
          summary: 'Notices taken since an instant, oldest first.',
          parameters: [
            {
              name: 'since',
              in: 'query',
              required: true,
              schema: { type: 'string', format: 'date-time' },
              description: 'Received at or after.',
            },
            { name: 'cursor', in: 'query', schema: { type: 'string' }, description: '`nextCursor` of the page before.' },
            { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 500, default: 100 } },
          ],
          responses: {
            200: { description: 'One page.', content: json('NoticeList') },
            ...problems(['401', '422', '429', '503']),
          },
        },
      },
      '/v1/notices/lookup': {
        post: {
          operationId: 'lookUpNotices',
          summary: `Were these taken? Up to ${MAX_NOTICES_PER_REQUEST} in one question, which changes nothing.`,
          requestBody: { required: true, content: json('LookUp') },
          responses: {
            200: { description: 'Each id is in one of the two lists.', content: json('LookUpAnswer') },
            ...problems(['400', '401', '413', '415', '422', '429', '503']),
          },
        },
      },
      '/v1/notices/{clientId}': {
        parameters: [clientIdParameter()],
        get: {
          operationId: 'getNotice',
          summary: 'Was this notice taken?',
          responses: {
            200: { description: 'It was.', content: json('StoredNotice') },
            404: {
              description: 'It was not: code `notice_not_found`, with the `clientId` asked for. No other answer means that.',
              content: problem(),
            },
            ...problems(['401', '422', '429', '503']),
          },
        },
      },
      '/v1/notices/{clientId}/receipt': {
        parameters: [clientIdParameter()],
        get: {
          operationId: 'getReceipt',
          summary: 'The receipt; the same bytes each time.',
          responses: {
            200: { description: 'The receipt.', content: { 'application/pdf': {} } },
            404: { description: 'Code `notice_not_found`.', content: problem() },
            ...problems(['401', '422', '429', '503']),
          },
        },
      },
      '/v1/health': {
        get: {
          operationId: 'getHealth',
          summary: 'Is the service there, and does it know the caller?',
          responses: { 200: { description: 'Yes.', content: json('Health') }, ...problems(['401', '429', '503']) },
        },
      },
      '/oauth/token': {
        post: {
          operationId: 'getToken',
          summary: 'Client credentials grant (RFC 6749, 4.4).',
          security: [],
          requestBody: {
            required: true,
            content: {
              'application/x-www-form-urlencoded': {
                schema: {
                  type: 'object',
                  required: ['grant_type', 'client_id', 'client_secret'],
                  properties: {
                    grant_type: { const: 'client_credentials' },
                    client_id: { type: 'string' },
                    client_secret: { type: 'string' },
                  },
                },
              },
            },
          },
          responses: {
            200: { description: 'A bearer token.', content: json('Token') },
            400: { description: 'Not a client credentials request.', content: json('TokenError') },
            401: { description: 'Unknown client or wrong secret.', content: json('TokenError') },
          },
        },
      },
    },
    components: {
      securitySchemes: {
        clientCredentials: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: '/oauth/token', scopes: {} } } },
        apiKey: { type: 'apiKey', in: 'header', name: 'X-Api-Key' },
      },
      schemas: componentSchemas(),
    },
  }
}

const PROBLEM_DESCRIPTIONS: Readonly<Record<string, string>> = {
  400: 'The request is not JSON.',
  401: 'The caller is not known, or its token has expired.',
  413: 'Too large; nothing was taken.',
  415: 'Not application/json; nothing was taken.',
  422: 'The request does not have the published shape; nothing was taken.',
  429: 'Too many requests; nothing was taken.',
  503: 'Not now.',
}

function problems(statuses: readonly string[]): Record<string, object> {
  const retryAfter = { 'Retry-After': { schema: { type: 'string' }, description: 'Seconds or an HTTP date.' } }
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: PROBLEM_DESCRIPTIONS[status] ?? 'A problem.',
        ...(status === '429' || status === '503' ? { headers: retryAfter } : {}),
        content: problem(),
      },
    ]),
  )
}

function json(name: ComponentName): object {
  return { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } }
}

function problem(): object {
  return { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
}

function clientIdParameter(): object {
  return { name: 'clientId', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }
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
