import type { CommandGroup } from '../command.ts'
import { cancel, depart, duplicate, extend, moveRoom, show } from './guest/acts.ts'

export const guest: CommandGroup = {
  summary: 'what happens to a guest after check-in: extended, left, moved, never came',
  commands: new Map([
    ['show', show],
    ['extend', extend],
    ['depart', depart],
    ['move', moveRoom],
    ['cancel', cancel],
    ['duplicate', duplicate],
  ]),
}
