import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { roleHas } from '#shared/domain/actor.ts'
import { startedDesk, startedProcess } from '../desk/desk-under-test.ts'
import { recipient } from './delivery-under-test.ts'

const EMAIL = {
  host: 'mail.example',
  port: 587,
  security: 'starttls',
  user: 'hotel',
  password: 'mail-secret-1',
  from: 'desk@hotel.example',
  allowsPlainSignIn: false,
} as const
const TELEGRAM = { apiUrl: 'https://api.telegram.org', token: '1:telegram-secret-2' }
const SMS = {
  method: 'POST' as const,
  url: 'https://sms.example/send',
  headers: [{ name: 'Authorization', value: 'Bearer {secret}' }],
  body: 'to={phone}&text={text}',
  expectedStatus: null,
  expectedText: null,
  secret: 'sms-secret-3',
}
const SECRETS = /mail-secret-1|telegram-secret-2|sms-secret-3/

describe('how a property delivers', () => {
  it('is kept, and its secrets come out nowhere: not in answers, journal or log', async () => {
    const log: string[] = []
    const desk = await startedDesk({}, { logger: pino({ level: 'trace' }, { write: (line) => void log.push(line) }) })
    const { delivery } = desk.client
    await delivery.setEmail({ email: EMAIL })
    await delivery.setTelegram({ telegram: TELEGRAM })
    await delivery.setSms({ sms: SMS })
    const { authority: _authority, password: _password, ...email } = { ...EMAIL, authority: null }
    const { secret: _secret, ...sms } = SMS
    expect(await delivery.setRecipients({ recipients: [recipient()] })).toMatchObject({
      email: { ...email, hasPassword: true, hasAuthority: false },
      telegram: { apiUrl: TELEGRAM.apiUrl, hasToken: true },
      sms: { ...sms, hasSecret: true },
      recipients: [recipient()],
      ladder: [
        { when: 'last_day', at: '09:00' },
        { when: 'last_day', at: '17:00' },
        { when: 'overdue', at: '09:00' },
      ],
      summaryAt: '09:00',
    })
    // Without a secret in it a change keeps the one there is; null takes it away.
    const { password: _, ...kept } = EMAIL
    expect((await delivery.setEmail({ email: { ...kept, port: 25 } })).email).toMatchObject({ port: 25, hasPassword: true })
    await desk.process.stop()
    const again = await startedProcess({ directory: desk.directory, ports: desk.ports })
    const shown = await again.at('front').delivery.settings()
    expect([shown.email?.hasPassword, shown.telegram?.hasToken, shown.sms?.hasSecret]).toEqual([true, true, true])
    expect((await again.at('front').delivery.setEmail({ email: { ...EMAIL, password: null } })).email?.hasPassword).toBe(false)
    const journal = again.desk().register.store.database.prepare("SELECT * FROM audit WHERE action LIKE 'delivery.%'").all()
    expect(journal).toHaveLength(6)
    expect(JSON.stringify([shown, journal, log])).not.toMatch(SECRETS)
  })

  it('is for whoever administers', async () => {
    const desk = await startedDesk()
    for (const role of ['receptionist', 'key_holder', 'inspector'] as const) {
      expect(roleHas(role, 'desk.administer')).toBe(false)
      const client = desk.as({ actor: { staffId: desk.ports.newId(), name: 'Probe', role } })
      await expect(client.delivery.settings()).rejects.toMatchObject({ code: 'FORBIDDEN' })
      await expect(client.delivery.list({})).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
  })

  it.each([
    ['a password over a clear line', { security: 'none' as const }, 'email.security'],
    ['a certificate that is none', { authority: 'no PEM' }, 'email.authority'],
    ['a sender that is no address', { from: 'desk' }, 'email.from'],
  ])('refuses %s', async (_what, change, path) => {
    const { client } = await startedDesk()
    await expect(client.delivery.setEmail({ email: { ...EMAIL, ...change } })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      data: { issues: [{ path }] },
    })
    expect((await client.delivery.settings()).email).toBeNull()
  })

  it.each([
    ['no text in the request', { body: 'to={phone}' }, 'sms.body'],
    ['no phone in the request', { body: 'text={text}' }, 'sms.body'],
    ['an address in clear text', { url: 'http://sms.example/send' }, 'sms.url'],
    ['an address that is none', { url: 'sms.example' }, 'sms.url'],
    ['a header that would be two', { headers: [{ name: 'X-A', value: 'a\r\nX-B: b' }] }, 'sms.headers.0'],
  ])('refuses a gateway with %s', async (_what, change, path) => {
    const { client } = await startedDesk()
    await expect(client.delivery.setSms({ sms: { ...SMS, ...change } })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      data: { issues: [{ path }] },
    })
  })

  it('refuses a bot without a key, and one over a clear line', async () => {
    const { client } = await startedDesk()
    const refused = (telegram: { apiUrl: string; token?: string }) =>
      expect(client.delivery.setTelegram({ telegram })).rejects.toMatchObject({ code: 'BAD_INPUT' })
    await refused({ apiUrl: TELEGRAM.apiUrl })
    await refused({ apiUrl: 'http://telegram.example', token: '1:a' })
    await refused({ apiUrl: TELEGRAM.apiUrl, token: '1:a/../x' })
  })

  it.each([
    ['folder', 'reports', 'address', 'folder_not_absolute'],
    ['printer', '-o raw', 'address', 'wrong_format'],
    ['email', 'a@b@c', 'address', 'wrong_format'],
    ['email', 'a@example.com, b@example.com', 'address', 'wrong_format'],
    ['telegram', 'owner', 'address', 'wrong_format'],
    ['sms', '12', 'address', 'wrong_format'],
  ] as const)('refuses the %s %j', async (way, address, field, code) => {
    const { client } = await startedDesk()
    const warnings = way !== 'folder' && way !== 'printer'
    await expect(client.delivery.setRecipients({ recipients: [recipient({ way, address, warnings })] })).rejects.toMatchObject({
      data: { issues: [{ path: `recipients.0.${field}`, code }] },
    })
    expect((await client.delivery.settings()).recipients).toEqual([])
  })

  it('refuses reports where only words go, a folder inside the register, and the same recipient or step twice', async () => {
    const desk = await startedDesk()
    const { delivery } = desk.client
    const refused = async (call: Promise<unknown>, path: string) =>
      expect(call).rejects.toMatchObject({ code: 'BAD_INPUT', data: { issues: [{ path }] } })
    await refused(delivery.setRecipients({ recipients: [recipient({ dayReport: true })] }), 'recipients.0.dayReport')
    const inside = recipient({ way: 'folder', address: desk.directory, warnings: false })
    await refused(delivery.setRecipients({ recipients: [inside] }), 'recipients.0.address')
    await refused(delivery.setRecipients({ recipients: [recipient(), recipient()] }), 'recipients.1.id')
    const step = { when: 'last_day', at: '09:00' } as const
    await refused(delivery.setSchedule({ ladder: [step, step], summaryAt: '09:00' }), 'ladder')
  })
})
