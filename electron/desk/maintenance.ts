import { verifyCloses } from '#electron/reports/close/verify-closes.ts'
import { backUp } from '#electron/store/backup.ts'
import { type VerifyReport, verifyStore } from '#electron/store/verify.ts'
import type { Caller } from './caller.ts'
import { badInput, deskError } from './desk-error.ts'
import type { Register } from './register.ts'

export interface BackupAnswer {
  readonly file: string
  readonly bytes: number
  readonly sha256: string
  readonly verified: true
}

/** An encrypted, proven copy. Throws `BAD_INPUT` at `directory` when it cannot be written there, `STORE_FAILED` when the copy is not sound. */
export async function backUpRegister(register: Register, caller: Caller, directory: string | null): Promise<BackupAnswer> {
  const made = await backUp(register.store, { directory })
  if (!made.ok) {
    if (made.error.code === 'not_sound') throw deskError('STORE_FAILED', { saved: 'no', cause: 'damaged' })
    throw badInput('directory', made.error.code, made.error.message)
  }
  const { file, bytes, sha256 } = made.value
  register.write(() =>
    register.store.audit.append({
      actor: caller.actor,
      action: 'maintenance.backed_up',
      subject: null,
      stayId: null,
      details: { bytes, sha256 },
    }),
  )
  return { file, bytes, sha256, verified: true }
}

/** Reads the whole register once, the closed days included, and says what does not fit. */
export function verifyRegister(register: Register) {
  const report: VerifyReport = verifyStore(register.store)
  const closes = verifyCloses(register)
  return {
    ...report,
    isClean: report.isClean && closes.broken.length === 0,
    integrity: [...report.integrity],
    invariants: [...report.invariants],
    closes: closes.closes,
    closesBroken: [...closes.broken],
  }
}
