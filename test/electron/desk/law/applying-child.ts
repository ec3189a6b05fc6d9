/**
 * A desk process for the crash test: puts the transfer of the crash test in force, stands still before the journal entry whose number it was
 * given, and waits to be killed. `after` = stands still once the answer is there. Says where it stands, one JSON line.
 */
import { randomBytes } from 'node:crypto'
import { readSync } from 'node:fs'
import { pino } from 'pino'
import { createDeskProcess } from '#electron/desk/desk-process.ts'
import { applyCalendar, previewCalendar } from '#electron/desk/law/calendar-change.ts'
import { getCalendarYear } from '#electron/desk/law/calendar-views.ts'
import { testPorts } from '../../../support/ports.ts'
import { withTransfer } from './calendar-fixture.ts'

const [directory = '', task = ''] = process.argv.slice(2)
const ports = { ...testPorts({ seed: randomBytes(4).readUInt32LE() }), randomBytes: (length: number) => randomBytes(length) }
const deskProcess = createDeskProcess({
  directory,
  appVersion: '0.0.0-test',
  logger: pino({ level: 'silent' }),
  ports,
  machineZoneOffsetMinutes: () => 300,
})
await deskProcess.start({ isSending: false })
const desk = deskProcess.desk()
if (desk === undefined) throw new Error('The folder did not open')
const { register } = desk
const { content } = getCalendarYear(register, 2026)
if (content === null) throw new Error('There is no calendar')
const years = [withTransfer(content, '2026-11-28', '2026-11-25')]
const caller = deskProcess.contextFor('child')
const { basis } = previewCalendar(register, caller, years)

const { audit } = register.store
const append = audit.append.bind(audit)
let entries = 0
Object.assign(audit, {
  append(entry: Parameters<typeof append>[0]) {
    if (String(entries) === task) standStill({ entries, isInTransaction: register.store.database.inTransaction })
    entries += 1
    append(entry)
  },
})
applyCalendar(register, caller, { years, basis, origin: 'import', reason: null })
standStill({ entries, isInTransaction: register.store.database.inTransaction })

/** Until killed – or until the parent is gone, whose end of the pipe closes then. */
function standStill(where: { readonly entries: number; readonly isInTransaction: boolean }): void {
  process.stdout.write(`${JSON.stringify(where)}\n`)
  readSync(0, Buffer.alloc(1))
}
