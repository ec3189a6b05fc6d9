import { describe, expect, it, onTestFinished } from 'vitest'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { checkedIn, startedProcess } from '../desk/desk-under-test.ts'
import { recipient, warnedDesk } from './delivery-under-test.ts'
import { settingsFor, startedTalker } from './mail-server.ts'

const STAY = { arrivalAt: '2026-11-23T10:00', departureDate: calendarDate('2026-12-20') }

async function states({ client }: Pick<Awaited<ReturnType<typeof warnedDesk>>, 'client'>) {
  const { deliveries } = await client.delivery.list({})
  return deliveries.toReversed().map(({ content, state, cause, attempts, mayHaveArrived }) => {
    return [content.kind, state, cause, attempts, mayHaveArrived]
  })
}

describe('what waits', () => {
  it('goes out once, however often it is looked at, and again after nothing', async () => {
    const desk = await warnedDesk()
    await checkedIn(desk, {}, STAY)
    await desk.until('2026-11-25T09:30')
    await Promise.all([desk.look(), desk.look(), desk.look()])
    expect(desk.telegram.texts).toHaveLength(1)
    expect(await states(desk)).toEqual([['warning', 'done', null, 1, false]])
  })

  it('that may have arrived is sent once more and says so, then stands for a person', async () => {
    const desk = await warnedDesk()
    await checkedIn(desk, {}, STAY)
    desk.telegram.answers('hang_up')
    await desk.until('2026-11-25T09:13')
    expect(await states(desk)).toEqual([['warning', 'waiting', 'connection_cut', 1, true]])
    await desk.look()
    expect(await states(desk)).toEqual([['warning', 'failed', 'connection_cut', 2, true]])
    await desk.look()
    expect(desk.telegram.texts.map(({ text }) => text.includes('Повтор: прошлое сообщение могло дойти'))).toEqual([false, true])
    expect((await desk.client.desk.status()).failedDeliveries).toBe(1)
    desk.telegram.answers('ok')
    const [failed] = (await desk.client.delivery.list({})).deliveries
    expect(await desk.client.delivery.tryAgain({ deliveryId: failed?.id ?? '' })).toMatchObject({ state: 'done', attempts: 3 })
    expect((await desk.client.desk.status()).failedDeliveries).toBeUndefined()
  })

  it('that was refused for good stands at once; a person tries again or sets it aside', async () => {
    const desk = await warnedDesk()
    desk.telegram.answers('no_such_chat')
    const tested = await desk.client.delivery.test({ recipientId: recipient().id })
    expect(tested).toMatchObject({ state: 'failed', cause: 'address_refused', attempts: 1, mayHaveArrived: false })
    await desk.look()
    expect(await desk.client.delivery.tryAgain({ deliveryId: tested.id })).toMatchObject({ state: 'failed', attempts: 2 })
    expect(await desk.client.delivery.dismiss({ deliveryId: tested.id })).toMatchObject({
      state: 'withdrawn',
      cause: 'dismissed',
    })
    expect((await desk.client.desk.status()).failedDeliveries).toBeUndefined()
    await expect(desk.client.delivery.test({ recipientId: desk.ports.newId() })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(desk.client.delivery.tryAgain({ deliveryId: desk.ports.newId() })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('waits as long as the other side asked, whoever asks, also in the next process', async () => {
    const desk = await warnedDesk()
    await checkedIn(desk, {}, STAY)
    desk.telegram.answers('ten_minutes')
    await desk.until('2026-11-25T09:13')
    desk.telegram.answers('ok')
    await desk.look()
    expect(await states(desk)).toEqual([['warning', 'waiting', 'rate_limited', 1, false]])
    const [held] = (await desk.client.delivery.list({})).deliveries
    expect(await desk.client.delivery.tryAgain({ deliveryId: held?.id ?? '' })).toMatchObject({ state: 'waiting', attempts: 1 })
    await desk.process.stop()
    const again = await startedProcess({ directory: desk.directory, ports: desk.ports })
    const client = again.at('front')
    desk.ports.clock.advance(599_000)
    await client.delivery.run()
    expect(await states({ client })).toEqual([['warning', 'waiting', null, 1, false]])
    desk.ports.clock.advance(1_000)
    await client.delivery.run()
    expect(await states({ client })).toEqual([['warning', 'done', null, 2, false]])
  })

  it('waits for its back-off unless somebody asks', async () => {
    const desk = await warnedDesk()
    await checkedIn(desk, {}, STAY)
    desk.telegram.answers('busy')
    await desk.until('2026-11-25T09:13')
    const { delivery } = desk.desk()
    delivery.start()
    onTestFinished(() => delivery.stop())
    desk.telegram.answers('ok')
    // Started and looked at without any time passing: the wait is on.
    delivery.tick()
    expect(await states(desk)).toEqual([['warning', 'waiting', 'server_error', 1, false]])
    await desk.look()
    expect(await states(desk)).toEqual([['warning', 'done', null, 2, false]])
  })

  it('goes to where the recipient is reached now; without him it is withdrawn', async () => {
    const desk = await warnedDesk()
    await checkedIn(desk, {}, STAY)
    desk.telegram.answers('busy')
    await desk.until('2026-11-25T09:13')
    desk.telegram.answers('ok')
    await desk.client.delivery.setRecipients({ recipients: [recipient({ address: '99' })] })
    await desk.look()
    expect(desk.telegram.texts.map(({ chat_id }) => chat_id)).toEqual(['99'])
    desk.telegram.answers('busy')
    await desk.until('2026-11-25T17:13')
    await desk.client.delivery.setRecipients({ recipients: [] })
    await desk.look()
    expect((await states(desk)).at(-1)).toEqual(['warning', 'withdrawn', 'recipient_gone', 1, false])
  })

  it('without a way that is set up is said to have none', async () => {
    const desk = await warnedDesk()
    await desk.client.delivery.setTelegram({ telegram: null })
    expect(await desk.client.delivery.test({ recipientId: recipient().id })).toMatchObject({
      state: 'failed',
      cause: 'not_set_up',
    })
  })
})

describe('a desk that dies', () => {
  it('in the middle of a warning sends it once more and says that it is a repeat', async () => {
    const desk = await warnedDesk()
    await checkedIn(desk, {}, STAY)
    // As a killed process leaves it: the try is on disk, its end is not.
    desk.telegram.answers('busy')
    await desk.until('2026-11-25T09:13')
    const { store } = desk.desk().register
    store.database.exec(`UPDATE delivery SET state = 'sending', attempts = attempts + 1;
      INSERT INTO delivery_attempt (delivery_id, property_id, number, address, started_at)
        SELECT id, property_id, attempts, address, created_at FROM delivery`)
    await desk.process.stop()
    desk.telegram.answers('ok')
    const again = await startedProcess({ directory: desk.directory, ports: desk.ports })
    const client = again.at('front')
    await client.delivery.run()
    expect(await states({ client })).toEqual([['warning', 'done', null, 3, false]])
    expect(desk.telegram.texts.map(({ text }) => text.includes('Повтор:'))).toEqual([true])
    const attempts = again
      .desk()
      .register.store.database.prepare('SELECT number, outcome, cause FROM delivery_attempt ORDER BY number')
      .all()
    expect(attempts).toEqual([
      { number: 1, outcome: 'not_sent', cause: 'server_error' },
      { number: 2, outcome: 'unknown', cause: 'process_died' },
      { number: 3, outcome: 'done', cause: null },
    ])
  })

  it('after it was sent sends nothing again', async () => {
    const desk = await warnedDesk()
    await checkedIn(desk, {}, STAY)
    await desk.until('2026-11-25T09:13')
    await desk.process.stop()
    const again = await startedProcess({ directory: desk.directory, ports: desk.ports })
    await again.at('front').delivery.run()
    expect(desk.telegram.texts).toHaveLength(1)
  })

  it('whose disk takes no answer keeps it in mind and saves it later, without sending again', async () => {
    const desk = await warnedDesk()
    await checkedIn(desk, {}, STAY)
    const { store } = desk.desk().register
    store.database.exec(`CREATE TEMP TRIGGER no_answer BEFORE UPDATE OF outcome ON delivery_attempt
      BEGIN SELECT RAISE(ABORT, 'the disk takes nothing'); END`)
    await desk.until('2026-11-25T09:13')
    expect(await states(desk)).toEqual([['warning', 'sending', null, 1, false]])
    await desk.look()
    store.database.exec('DROP TRIGGER temp.no_answer')
    await desk.look()
    expect(await states(desk)).toEqual([['warning', 'done', null, 1, false]])
    expect(desk.telegram.texts).toHaveLength(1)
  })
})

it('what was delivered, and how each try ended, is never changed', async () => {
  const desk = await warnedDesk()
  await desk.client.delivery.test({ recipientId: recipient().id })
  const { database } = desk.desk().register.store
  expect(() => database.exec("UPDATE delivery SET place = 'x'")).toThrow(/never changes/)
  expect(() => database.exec("UPDATE delivery_attempt SET outcome = 'refused'")).toThrow(/never changes/)
  expect(() => database.exec('DELETE FROM delivery_attempt')).toThrow(/never deleted/)
})

it('a way that hangs keeps nothing from another way', async () => {
  const desk = await warnedDesk()
  const reached = Promise.withResolvers<void>()
  const { port } = await startedTalker((line) => {
    // Never says a word.
    if (line === '') reached.resolve()
  })
  const { authority: _, ...email } = settingsFor(port)
  await desk.client.delivery.setEmail({ email })
  const mailed = recipient({ id: desk.ports.newId(), name: 'Бухгалтер', way: 'email', address: 'a@example.com' })
  await desk.client.delivery.setRecipients({ recipients: [mailed, recipient()] })
  await checkedIn(desk, {}, STAY)
  desk.ports.clock.setWallTime('2026-11-25T05:00:00.000Z')
  const arrived = desk.telegram.next()
  const { delivery } = desk.desk()
  delivery.start()
  await Promise.all([reached.promise, arrived])
  expect(await states(desk)).toContainEqual(['warning', 'sending', null, 1, false])
  expect(desk.telegram.texts).toHaveLength(1)
  // Nobody who asks for another way waits for this one.
  expect(await desk.client.delivery.test({ recipientId: recipient().id })).toMatchObject({ state: 'done' })
  // Broken off when the desk stops: nothing of the letter had left.
  await delivery.stop()
  expect(await states(desk)).toContainEqual(['warning', 'waiting', 'timeout', 1, false])
})
