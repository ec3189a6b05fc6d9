import { app, dialog } from 'electron'
import type { DeskProcessState } from './desk-supervision.ts'

/** Says which folder cannot be opened and what to do, and asks whether to try again or leave. */
export async function tellFailure(state: Extract<DeskProcessState, { kind: 'failed' }>, retry: () => void): Promise<void> {
  const { response } = await dialog.showMessageBox({
    type: 'error',
    title: 'Qabyl',
    message: state.message,
    detail: state.directory,
    buttons: ['Try again', 'Quit'],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  })
  if (response === 0) retry()
  else app.quit()
}
