import { expect, it } from 'vitest'
import { backUp } from '#electron/store/backup.ts'
import { restore } from '#electron/store/restore.ts'
import { tempDirectory } from '../../support/temp-directory.ts'
import {
  addFollowUp,
  addNotice,
  noticeOf,
  openRegister,
  outboxOver,
  type RegisterUnderTest,
  ScriptedChannel,
  statesOf,
} from './outbox-under-test.ts'

const KEY = Buffer.alloc(32, 7)

async function backedUp({ store }: RegisterUnderTest): Promise<string> {
  const made = await backUp(store, { directory: tempDirectory() })
  if (!made.ok) throw new Error(made.error.message)
  return made.value.file
}

/** The same folder with the backup in the place of the register. */
function broughtBack(register: RegisterUnderTest, backupFile: string): RegisterUnderTest {
  const { directory, ports, store, logger } = register
  store.close()
  const restored = restore({ directory, backupFile, key: KEY, ports, logger })
  if (!restored.ok) throw new Error(restored.error.message)
  return openRegister({ directory, ports })
}

it('a restored register asks about every ready notice once before it sends, and doubles nothing', async () => {
  const register = openRegister()
  const channel = new ScriptedChannel(register.ports.clock)
  const sent = [addNotice(register), addNotice(register, { schemaVersion: 1 })]
  const arrival = addNotice(register, { state: 'accepted' })
  const correction = addFollowUp(register, arrival)
  const backup = await backedUp(register)
  const before = outboxOver(register, channel)
  before.outbox.start()
  await before.time.run(() => statesOf(register, [...sent, correction]).every((state) => state === 'accepted'))
  await before.outbox.stop()

  const again = broughtBack(register, backup)
  const unsent = [addNotice(again)]
  expect(statesOf(again, [...sent, correction, ...unsent])).toEqual(['ready', 'ready', 'ready', 'ready'])
  const held = channel.calls.length
  const after = outboxOver(again, channel)
  after.outbox.start()
  await after.time.run(() => statesOf(again, [...sent, correction, ...unsent]).every((state) => state === 'accepted'))
  const calls = channel.calls.slice(held)
  expect(
    calls
      .filter(({ kind }) => kind === 'look_up')
      .map(({ notices }) => notices[0]?.notificationId)
      .toSorted(),
  ).toEqual([...sent, correction, ...unsent].toSorted())
  expect(
    calls.filter(({ kind }) => kind === 'send').map(({ notices }) => notices.map((notice) => notice.notificationId)),
  ).toEqual([unsent])
  expect(channel.received.size).toBe(4)
  await after.outbox.stop()

  // Once: what is made after that goes without a question.
  const later = addNotice(again)
  const next = outboxOver(again, channel)
  next.outbox.start()
  await next.time.run(() => noticeOf(again, later).state === 'accepted')
  await next.outbox.stop()
  expect(channel.ofKind('look_up')).toHaveLength(4)
})

it('in a register that was not restored nothing is asked', async () => {
  const register = openRegister()
  const channel = new ScriptedChannel(register.ports.clock)
  const [first, older] = [addNotice(register), addNotice(register, { schemaVersion: 1 })]
  const { outbox, time } = outboxOver(register, channel)
  outbox.start()
  await time.run(() => statesOf(register, [first, older]).every((state) => state === 'accepted'))
  await outbox.stop()
  expect(channel.story()).toEqual(['send 2'])
  expect(channel.calls[0]?.notices.map(({ payload }) => payload.schemaVersion)).toEqual([2, 1])
})

it('where a person files, a restored notice stays ready: nobody could be asked', async () => {
  const register = openRegister({ channel: 'assisted-portal' })
  const notice = addNotice(register)
  const again = broughtBack(register, await backedUp(register))
  const { outbox, time } = outboxOver(again, null)
  outbox.start()
  await time.run(() => false, 60_000)
  await outbox.stop()
  expect(statesOf(again, [notice])).toEqual(['ready'])
})
