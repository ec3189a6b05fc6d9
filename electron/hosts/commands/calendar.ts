import type { CommandGroup } from '../command.ts'
import { changes } from './calendar/changes.ts'
import { diff } from './calendar/diff.ts'
import { exportYears } from './calendar/export-years.ts'
import { importYears } from './calendar/import-years.ts'
import { schema } from './calendar/schema.ts'
import { show } from './calendar/show.ts'
import { undo } from './calendar/undo.ts'

export const calendar: CommandGroup = {
  summary: 'the working calendar: see it, replace it and see whose deadlines move, take that back',
  commands: new Map([
    ['show', show],
    ['import', importYears],
    ['export', exportYears],
    ['diff', diff],
    ['changes', changes],
    ['undo', undo],
    ['schema', schema],
  ]),
}
