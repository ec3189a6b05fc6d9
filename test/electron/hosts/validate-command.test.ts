import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startSimulator } from '#electron/simulator/start-simulator.ts'
import { tempDirectory } from '../../support/temp-directory.ts'
import { run } from './command-line.ts'

const NOW = '2026-11-23T05:43:00Z'
const PROPERTY = {
  name: 'Отель Алатау',
  bin: '000140000002',
  address: 'г. Алматы, ул. Абая, 1',
  department: 'Алматы',
  channel: 'migration-api',
  environment: 'test',
}
const ANNA = {
  surname: 'MUELLER',
  givenNames: 'ANNA',
  sex: 'F',
  birthDate: '1990-05-17',
  citizenship: 'DEU',
  documentType: 'passport',
  documentNumber: 'C01X00T47',
  issuingState: 'DEU',
  issueDate: '2022-01-10',
  expiryDate: '2032-01-09',
  purpose: 'tourism',
}

/** A test folder on a service that takes transit alone, with one arrival. */
async function folderWith(guest: object): Promise<{ data: string; noticeId: string; received(): Promise<unknown> }> {
  const service = await startSimulator({ directory: tempDirectory(), port: 0, terms: { purposes: ['transit'] } })
  onTestFinished(() => service.close())
  const data = join(tempDirectory(), 'data')
  const property = join(tempDirectory(), 'property.json')
  await writeFile(property, JSON.stringify(PROPERTY))
  const common = ['--data', data, '--json', '--now', NOW, '--channel-url', service.url]
  await run(['init', '--property', property, '--data', data, '--json', '--now', NOW])
  const stay = { arrivalAt: '2026-11-23T10:10', departureDate: '2026-11-27', room: '12' }
  const { documents } = await run(['check-in', ...common], { input: JSON.stringify({ stay, guests: [guest] }) })
  const [checkedIn] = documents as { notices: { id: string }[] }[]
  return {
    data,
    noticeId: checkedIn?.notices[0]?.id ?? '',
    received: async () => (await fetch(`${service.url}/received`)).json(),
  }
}

describe('validate', () => {
  it('says in the language asked for what the service would refuse, and files nothing', async () => {
    const { data, noticeId, received } = await folderWith(ANNA)
    const typed = ['validate', noticeId, '--data', data, '--now', NOW]
    expect(await run([...typed, '--language', 'ru'])).toMatchObject({
      exit: 1,
      out:
        'Служба не приняла бы это уведомление. Срок идёт: исправьте названное ниже.\n' +
        '  Цель: This code is not in the list in force.\n',
    })
    expect(await run([...typed, '--json'])).toMatchObject({
      exit: 1,
      documents: [{ service: 'would_refuse', issues: [{ field: 'purpose', foundBy: 'service' }] }],
    })
    expect(await received()).toEqual([])
  })

  it('is content with a notice that the service would take', async () => {
    const { data, noticeId } = await folderWith({ ...ANNA, purpose: 'transit' })
    expect(await run(['validate', noticeId, '--data', data, '--now', NOW])).toMatchObject({
      exit: 0,
      out: 'The service would take this notice. It has not been sent yet, and its deadline runs.\n',
    })
  })

  it('names in words what is missing', async () => {
    const { data, noticeId } = await folderWith({ ...ANNA, issueDate: null })
    expect(await run(['validate', noticeId, '--data', data, '--now', NOW, '--language', 'kk'])).toMatchObject({
      exit: 1,
      out: expect.stringContaining('Берілген күні: қызмет мұны толтыруды талап етеді'),
    })
  })

  it('does not understand what is no id', async () => {
    expect(await run(['validate', 'Anna', '--data', tempDirectory()])).toMatchObject({ exit: 2 })
  })
})
