import { powerMonitor } from 'electron'

/** A call cut in two by sleep would be waited for in vain, and a connection from before it is dead: the desk is told both. */
export function watchPower(desk: { tellPower(event: 'suspend' | 'wake'): void }): void {
  powerMonitor.on('suspend', () => desk.tellPower('suspend'))
  powerMonitor.on('resume', () => desk.tellPower('wake'))
}
