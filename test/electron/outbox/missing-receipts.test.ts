import { expect, it } from 'vitest'
import { createMigrationApiChannel } from '#electron/channels/migration-api/migration-api-channel.ts'
import { nastyServer, rawProblem } from '../channels/nasty-server.ts'
import { honestService } from '../channels/traps/honest-service.ts'
import { addNotice, noticeOf, openRegister, outboxOver } from './outbox-under-test.ts'
import { watched } from './watched-channel.ts'

it('a receipt that did not come with the acceptance is fetched later, at a growing pace, and stored beside the reference', async () => {
  const register = openRegister()
  const { clock } = register.ports
  const id = addNotice(register)
  const service = honestService()
  const askedAtMs: number[] = []
  let isIssued = false
  const { url } = await nastyServer((request, socket) => {
    if (!request.path.endsWith('/receipt')) {
      socket.write(service.answer(request))
      return
    }
    askedAtMs.push(clock.monotonicMs())
    socket.write(isIssued ? service.answer(request) : rawProblem(404, 'receipt_not_ready'))
  })
  const link = watched(createMigrationApiChannel({ baseUrl: url, credentials: { kind: 'none' }, clock }))
  const { outbox, time } = outboxOver(register, link.channel, { isCallUnderWay: link.isUnderWay })
  const receipts = () => register.rows.receipts.ofNotification(id)
  outbox.start()
  await time.run(() => askedAtMs.length >= 6)
  expect(noticeOf(register, id).state).toBe('accepted')
  expect(receipts().map(({ reference, file }) => [reference, file])).toEqual([['R-1', null]])
  const pauses = askedAtMs.slice(2).map((atMs, index) => atMs - (askedAtMs[index + 1] ?? 0))
  for (const [index, pauseMs] of pauses.entries()) expect(pauseMs).toBeGreaterThanOrEqual(60_000 * 2 ** index)

  isIssued = true
  await time.run(() => receipts().length === 2)
  expect(receipts()[1]).toMatchObject({ reference: 'R-1', source: 'channel', file: { mediaType: 'application/pdf' } })
  const asked = askedAtMs.length
  await time.run(() => false, 4 * 3_600_000)
  expect(askedAtMs).toHaveLength(asked)
  expect(service.held.size).toBe(1)
  expect(register.store.audit.verify().brokenAt).toBeNull()
  await outbox.stop()
})
