import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, expect, test } from 'vitest'
import { readAgain } from '#renderer/client/read-again.ts'

const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } })

afterEach(() => queries.clear())

/** Something on screen that is read under `key`; each reading is answered by hand, in any order. */
function shown(key: string) {
  const readings: { answer(value: string): void; fail(): void }[] = []
  const observer = new QueryObserver<string>(queries, {
    queryKey: [key],
    queryFn: () => new Promise((answer, refuse) => readings.push({ answer, fail: () => refuse(new Error('gone')) })),
  })
  const stop = observer.subscribe(() => {})
  return { readings, stop, data: () => observer.getCurrentResult().data }
}

test('an answer made before the change is not what stays, also when it was the first', async () => {
  const found = shown('found')
  const done = readAgain(queries, ['found'])
  found.readings[0]?.answer('before')
  await expect.poll(() => found.readings.length).toBe(2)
  found.readings[1]?.answer('after')
  await done
  expect(found.data()).toBe('after')
  found.stop()
})

test('a first reading that fails is asked again, too', async () => {
  const found = shown('found')
  const done = readAgain(queries)
  found.readings[0]?.fail()
  await expect.poll(() => found.readings.length).toBe(2)
  found.readings[1]?.answer('after')
  await done
  expect(found.data()).toBe('after')
  found.stop()
})

test('what is known is read once, and what the change does not touch is left alone', async () => {
  const [found, other] = [shown('found'), shown('other')]
  found.readings[0]?.answer('before')
  await expect.poll(found.data).toBe('before')
  const done = readAgain(queries, ['found'])
  await expect.poll(() => found.readings.length).toBe(2)
  found.readings[1]?.answer('after')
  await done
  expect(found.readings).toHaveLength(2)
  expect(other.readings).toHaveLength(1)
  expect(found.data()).toBe('after')
  found.stop()
  other.stop()
})
