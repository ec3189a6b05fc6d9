import { expect, it } from 'vitest'
import { startDeskChild } from '../../store/child-process.ts'
import { startedDesk } from '../desk-under-test.ts'
import { guests, listed } from './paper-desk.ts'

const CHILD = new URL('./handing-in-child.ts', import.meta.url)

it('a power cut between list and proof leaves everybody waiting or everybody proven, wherever it strikes', {
  timeout: 120_000,
}, async () => {
  const desk = await startedDesk({ channel: 'paper' })
  const list = await listed(desk, await guests(desk, 3))
  await desk.process.stop()

  for (const entry of [0, 2, 3]) {
    const child = startDeskChild(desk.directory, String(entry), { script: CHILD })
    expect(await child.next()).toEqual({ entries: entry, isInTransaction: true })
    await child.kill()
    const after = await startedDesk({}, { directory: desk.directory })
    expect(await after.client.paper.get({ listId: list.id })).toEqual(list)
    expect(await after.client.maintenance.verify()).toMatchObject({ isClean: true })
    await after.process.stop()
  }

  const child = startDeskChild(desk.directory, 'after', { script: CHILD })
  expect(await child.next()).toEqual({ entries: 4, isInTransaction: false })
  await child.kill()
  const after = await startedDesk({}, { directory: desk.directory })
  const handedIn = await after.client.paper.get({ listId: list.id })
  expect(handedIn).toMatchObject({ waiting: 0, taken: 3 })
  expect(handedIn.entries.map(({ notice, proof }) => [notice.state, notice.hasReceipt, proof?.reference])).toEqual(
    Array.from({ length: 3 }, () => ['accepted', true, 'ВХ-1']),
  )
  expect(await after.client.maintenance.verify()).toMatchObject({ isClean: true })
})
