import { expect, test } from 'vitest'
import { DRAFT_DAYS } from '#electron/desk/drafts.ts'
import { startedDesk } from './desk-under-test.ts'

const DAY_MS = 86_400_000

test('a form is kept under its own key, until it is discarded', async () => {
  const { client } = await startedDesk()
  await client.draft.save({ key: 'forms:a:front', content: 'typed' })
  expect((await client.draft.get({ key: 'forms:a:front' })).content).toBe('typed')
  expect(await client.draft.get({ key: 'forms:a:back' })).toEqual({ content: null, savedAt: null })
  await client.draft.discard({ key: 'forms:a:front' })
  expect((await client.draft.get({ key: 'forms:a:front' })).content).toBeNull()
})

test('a form nobody has touched for its days is forgotten, one that was touched is not', async () => {
  const { client, ports, desk } = await startedDesk()
  await client.draft.save({ key: 'old', content: 'typed' })
  ports.clock.advance(DAY_MS)
  await client.draft.save({ key: 'young', content: 'typed' })
  ports.clock.advance((DRAFT_DAYS - 1) * DAY_MS)
  expect((await client.draft.get({ key: 'old' })).content).toBe('typed')
  ports.clock.advance(1)
  expect((await client.draft.get({ key: 'old' })).content).toBeNull()
  expect((await client.draft.get({ key: 'young' })).content).toBe('typed')
  // The next form that is kept takes the old one off the disk.
  await client.draft.save({ key: 'new', content: 'typed' })
  expect(desk().register.rows.drafts.find('old')).toBeUndefined()
  expect(desk().register.rows.drafts.find('young')?.content).toBe('typed')
})
