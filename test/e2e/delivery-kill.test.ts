import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { deliverySchema } from '#shared/contract/delivery-schemas.ts'
import { startedTelegram } from '../electron/delivery/delivery-under-test.ts'
import { runCliJson } from '../support/run-cli.ts'
import { type RunningDesk, startServe } from '../support/serve.ts'
import { makeTempDirectory, removeDirectory } from '../support/temp-directory.ts'
import { PROPERTY } from './bad-input/refused.ts'

const MONDAY = '2026-11-23T05:43:00.000Z'
const OWNER = '0199a1d0-0000-7000-8000-00000000aaaa'
const ARCHIVE = '0199a1d0-0000-7000-8000-00000000bbbb'

let directory: string
let data: string
beforeEach(async () => {
  directory = makeTempDirectory()
  data = join(directory, 'data')
  const property = join(directory, 'property.json')
  writeFileSync(property, JSON.stringify({ ...PROPERTY, channel: 'assisted-portal' }))
  await runCliJson(['init', '--property', property, '--data', data, '--now', MONDAY])
})
afterEach(() => removeDirectory(directory))

async function call(desk: RunningDesk, procedure: string, input: unknown): Promise<unknown> {
  const answer = await fetch(new URL(`/rpc/delivery/${procedure}`, desk.ready.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${desk.ready.token}` },
    body: JSON.stringify({ json: input }),
  })
  return z.object({ json: z.unknown() }).parse(await answer.json()).json
}

async function listed(desk: RunningDesk) {
  return z.object({ deliveries: z.array(deliverySchema) }).parse(await call(desk, 'list', {})).deliveries
}

test('a desk killed between sending and the answer sends it once more, says so, and then never again', async () => {
  const telegram = await startedTelegram()
  telegram.answers('never')
  const first = await startServe(['--data', data, '--now', MONDAY])
  await call(first, 'setTelegram', { telegram: { apiUrl: telegram.apiUrl, token: '1:a' } })
  const recipient = { language: 'ru', dayReport: false, weekly: false, monthly: false, formats: ['pdf'], warnings: false }
  const out = join(directory, 'out')
  mkdirSync(out)
  await call(first, 'setRecipients', {
    recipients: [
      { ...recipient, id: OWNER, name: 'Владелец', way: 'telegram', address: '77' },
      { ...recipient, id: ARCHIVE, name: 'Архив', way: 'folder', address: out },
    ],
  })
  const heard = telegram.next()
  const asked = call(first, 'test', { recipientId: OWNER }).catch(() => 'cut off')
  await heard
  await first.kill()
  expect(await asked).toBe('cut off')

  telegram.answers('ok')
  const repeated = telegram.next()
  const second = await startServe(['--data', data, '--now', MONDAY])
  await repeated
  expect(deliverySchema.parse(await call(second, 'test', { recipientId: ARCHIVE })).state).toBe('done')
  expect(telegram.texts.map(({ text }) => text.includes('Повтор:'))).toEqual([false, true])
  expect((await listed(second)).map(({ way, state, attempts }) => [way, state, attempts])).toEqual([
    ['folder', 'done', 1],
    ['telegram', 'done', 2],
  ])
  await second.kill()
  const third = await startServe(['--data', data, '--now', MONDAY])
  await call(third, 'run', undefined)
  expect(telegram.texts).toHaveLength(2)
  expect(readFileSync(join(out, 'qabyl-test.txt'), 'utf8')).toContain('проверка')
  await third.stop()
})
