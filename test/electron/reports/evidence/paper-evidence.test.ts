import { unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { verifyEvidence } from '#electron/reports/evidence/verify-evidence.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import { startedDesk } from '../../desk/desk-under-test.ts'
import { guests, JPEG, listed, nextDays, photo } from '../../desk/paper/paper-desk.ts'
import { accountIn, bytesOf, fileIn, packOf } from './evidence-scene.ts'

it('what was stamped at the counter counts from the day of the stamp, and the stamped list is one file for everybody on it', async () => {
  const desk = await startedDesk({ channel: 'paper' })
  const notices = await guests(desk, 3)
  const list = await listed(desk, notices)
  nextDays(desk, 5)
  const stampedOn = calendarDate('2026-11-24')
  await desk.client.paper.handIn({ listId: list.id, stampedOn, stampNumber: 'ВХ-481', file: photo(), fileName: 'a.jpg' })

  const zip = await packOf(desk, notices[0]?.id ?? '')
  expect(verifyEvidence(zip, { closes: [] }).findings).toEqual([])
  const [notice] = accountIn(zip).guests[0]?.notices ?? []
  expect(notice).toMatchObject({ standing: 'in_time', proofs: [{ reference: 'ВХ-481', stampedOn }] })
  expect(fileIn(zip, notice?.proofs[0]?.file?.name ?? '').equals(JPEG)).toBe(true)

  const [from, to] = [calendarDate('2026-11-23'), calendarDate('2026-11-23')]
  const all = await bytesOf(await desk.client.evidence.make({ request: { what: 'period', from, to } }))
  expect(verifyEvidence(all, { closes: [] }).findings).toEqual([])
  expect(Object.keys(unzipSync(all)).filter((name) => name.startsWith('receipts/'))).toHaveLength(1)

  // Dated back past the stamp by somebody with the key of the register.
  const { database } = desk.desk().register.store
  database.prepare(`UPDATE notification SET accepted_at = '2026-11-23T10:00:00.000Z' WHERE id = ?`).run(notices[0]?.id ?? '')
  const forged = await packOf(desk, notices[0]?.id ?? '')
  expect(verifyEvidence(forged, { closes: [] }).findings.join('\n')).toContain('the journal knows no acceptance at that time')
})
