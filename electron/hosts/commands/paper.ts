import type { CommandGroup } from '../command.ts'
import { handIn } from './paper/hand-in.ts'
import { lists, make, print, show, takeOff } from './paper/lists.ts'

/** The counter, as far as a desk without a screen needs it. */
export const paper: CommandGroup = {
  summary: 'notices handed in on paper: covering lists, printed and stamped',
  commands: new Map([
    ['lists', lists],
    ['make', make],
    ['show', show],
    ['print', print],
    ['take-off', takeOff],
    ['hand-in', handIn],
  ]),
}
