import type { ComponentName } from './openapi-components.ts'
import { MAX_NOTICES_PER_REQUEST } from './wire.ts'

/** Every path of the published contract. */
export function openApiPaths(): Readonly<Record<string, object>> {
  return {
    '/v1/notices': {
      post: {
        operationId: 'submitNotices',
        summary: `Submit up to ${MAX_NOTICES_PER_REQUEST} notices.`,
        requestBody: { required: true, content: json('Submission') },
        responses: {
          200: { description: 'One result per notice, in the order sent.', content: json('SubmissionAnswer') },
          202: {
            description:
              'The whole request is in work; the batch will tell. May be sent again meanwhile: it is the same batch.',
            content: json('DeferredSubmission'),
          },
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
    '/v1/notices/validation': {
      post: {
        operationId: 'validateNotice',
        summary: 'Would this be accepted? Files nothing. Optional.',
        description:
          'A path of its own and no client id: a service that does not know the question answers 404 and cannot mistake it for a submission.',
        requestBody: { required: true, content: json('Validation') },
        responses: {
          200: { description: 'Looked at, nothing filed.', content: json('ValidationAnswer') },
          ...problems(['400', '401', '404', '413', '415', '422', '429', '503']),
        },
      },
    },
    '/v1/batches/{batchReference}': {
      parameters: [{ name: 'batchReference', in: 'path', required: true, schema: { type: 'string', maxLength: 100 } }],
      get: {
        operationId: 'getBatch',
        summary: 'What became of each notice of a batch?',
        description: 'Only the results count; each names its client id. Decided results are kept for at least 30 days.',
        responses: {
          200: { description: 'One result per notice; `deferred` while it is in work.', content: json('Batch') },
          404: {
            description:
              'Code `batch_not_found`, with the `batchReference` asked for. Its notices are asked about by client id.',
            content: problem(),
          },
          ...problems(['401', '422', '429', '503']),
        },
      },
    },
    '/v1/code-lists': {
      get: {
        operationId: 'getCodeLists',
        summary: 'What the service knows by code. Optional.',
        parameters: [
          { name: 'If-None-Match', in: 'header', schema: { type: 'string' }, description: 'An `ETag` seen before.' },
        ],
        responses: {
          200: {
            description: 'The lists in force.',
            headers: { ETag: { schema: { type: 'string' } } },
            content: json('CodeLists'),
          },
          304: { description: 'The lists of that `ETag` are in force.', content: {} },
          ...problems(['401', '404', '429', '503']),
        },
      },
    },
    '/v1/capabilities': {
      get: {
        operationId: 'getCapabilities',
        summary: 'What does the service take? Optional.',
        responses: {
          200: { description: 'This.', content: json('Capabilities') },
          ...problems(['401', '404', '429', '503']),
        },
      },
    },
    '/v1/notices/{clientId}': {
      parameters: [clientIdParameter()],
      get: {
        operationId: 'getNotice',
        summary: 'Was this notice taken?',
        responses: {
          200: { description: 'It was, or is in work.', content: json('FoundNotice') },
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
  }
}

const PROBLEM_DESCRIPTIONS: Readonly<Record<string, string>> = {
  400: 'The request is not JSON.',
  401: 'The caller is not known, or its token has expired.',
  404: 'There is nothing at this address.',
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
