import type { Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { type NastyRequest, rawAnswer, rawJson, rawProblem } from '../nasty-server.ts'
import type { Trap } from './trap.ts'

type Springs = Trap['springs']

/** What a careless service quotes back: everything it was told, the guests with it. */
const quote = (request: NastyRequest): string => request.body

/** A page of somebody between us and the service. */
export function html(status: string, headers: Readonly<Record<string, string>> = {}): Springs {
  return (request, socket) =>
    void socket.write(
      rawAnswer(status, { 'Content-Type': 'text/html', ...headers }, `<h1>${status}</h1><pre>${quote(request)}</pre>`),
    )
}

/** Takes the notices first, then does `springs`. */
export function afterTaking(springs: Springs): Springs {
  return (request, socket, service) => {
    if (request.path === '/v1/notices') service.take(request)
    springs(request, socket, service)
  }
}

/** A refusal in the words of the contract, with a detail that says too much. */
export function problem(status: number, code: string, headers: Readonly<Record<string, string>> = {}): Springs {
  return (request, socket) => void socket.write(rawProblem(status, code, headers, { detail: quote(request) }))
}

/** Takes the notices and answers with what `spoil` makes of the honest results. */
export function results(
  spoil: (honest: readonly Readonly<Record<string, unknown>>[], request: NastyRequest) => unknown,
  headers: Readonly<Record<string, string>> = {},
): Springs {
  return (request, socket, service) => {
    socket.write(rawJson('200 OK', spoil(service.take(request).results, request), headers))
  }
}

/** The honest answer to whatever was asked, sent by `send`. */
export function honest(send: (answer: Buffer, socket: Socket) => void): Springs {
  return (request, socket, service) => send(service.answer(request), socket)
}

/** The honest answer with its head rewritten. */
export function withHead(rewrite: (head: string) => string): Springs {
  return honest((answer, socket) => {
    const end = answer.indexOf('\r\n\r\n')
    socket.write(Buffer.concat([Buffer.from(rewrite(answer.subarray(0, end).toString('latin1'))), answer.subarray(end)]))
  })
}

export const reset: Springs = (_request, socket) => void socket.resetAndDestroy()
export const silence: Springs = () => undefined

/** Begins a whole answer and never ends it, a byte now and then. */
export const drip: Springs = (_request, socket) => {
  socket.write('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n')
  const timer = setInterval(() => socket.write(' '), 20)
  socket.once('close', () => clearInterval(timer))
}

/** Pours without end. */
export const flood: Springs = (_request, socket) => {
  socket.write('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n')
  const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`
  const pour = (): void => {
    while (!socket.destroyed && socket.write(chunk));
    if (!socket.destroyed) socket.once('drain', pour)
  }
  pour()
}

const BOMB = gzipSync(Buffer.alloc(64 * 1024 * 1024, ' '))

/** 64 MB of blanks in as many kilobytes, sixteen times what an answer may be. */
export const gzipBomb: Springs = (_request, socket) => {
  const head = { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }
  socket.write(rawAnswer('200 OK', head, BOMB))
}

/** The second result of a batch as `change` makes it, the others as they are. */
export function changeSecond(
  change: (result: Readonly<Record<string, unknown>>) => unknown,
): (honestResults: readonly Readonly<Record<string, unknown>>[]) => object {
  return (honestResults) => ({ results: honestResults.map((result, index) => (index === 1 ? change(result) : result)) })
}
