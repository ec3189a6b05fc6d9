/**
 * A desk process for the crash test: hands in the one list there is, stands still before the journal entry whose number it was given, and
 * waits to be killed. `after` = stands still once the answer is there. Says where it stands, one JSON line.
 */
import { randomBytes } from 'node:crypto'
import { readSync } from 'node:fs'
import { pino } from 'pino'
import { createDeskProcess } from '#electron/desk/desk-process.ts'
import { handIn } from '#electron/desk/paper/hand-in.ts'
import { listPaperLists } from '#electron/desk/paper/list-view.ts'
import { testPorts } from '../../../support/ports.ts'
import { photo, TODAY } from './paper-desk.ts'

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
const caller = deskProcess.contextFor('child')
const [list] = listPaperLists(register, caller, { all: false, limit: 1 })
if (list === undefined) throw new Error('There is no list')

const { audit } = register.store
const append = audit.append.bind(audit)
let entries = 0
Object.assign(audit, {
  append(entry: Parameters<typeof append>[0]) {
    if (String(entries) === task) standStill()
    entries += 1
    append(entry)
  },
})
await handIn(register, caller, {
  listId: list.id,
  stampedOn: TODAY,
  stampNumber: 'ВХ-1',
  file: photo(),
  fileName: 'scan.jpg',
  exceptions: [],
})
standStill()

/** Until killed – or until the parent is gone, whose end of the pipe closes then. */
function standStill(): void {
  process.stdout.write(`${JSON.stringify({ entries, isInTransaction: register.store.database.inTransaction })}\n`)
  readSync(0, Buffer.alloc(1))
}
