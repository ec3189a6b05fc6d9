import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type Command, type ExitCode, type Invocation, Refusal, textOf, textsOf, UsageError } from '../command.ts'
import { withDesk } from '../with-desk.ts'

export const verify: Command = {
  summary:
    'checks the register: pages, references, audit chain, receipts, promises; or with --evidence a pack, without any register',
  flags: {
    evidence: { type: 'string', value: 'FILE', help: 'an evidence pack to check instead; needs no data folder' },
    key: { type: 'string', value: 'FINGERPRINT', help: 'with --evidence: the key as it is printed on a closed day' },
    close: {
      type: 'string',
      multiple: true,
      value: 'NUMBER=HASH',
      help: 'with --evidence: number and hash as printed on a closed day, 16 digits or more',
    },
  },
  async run(invocation) {
    const file = textOf(invocation, 'evidence')
    if (file !== undefined) return verifyPack(invocation, file)
    if (textOf(invocation, 'key') !== undefined || textsOf(invocation, 'close').length > 0) {
      throw new UsageError('--key and --close belong to --evidence.')
    }
    return verifyRegister(invocation)
  },
}

async function verifyRegister(invocation: Invocation): Promise<ExitCode> {
  const found = await withDesk(invocation, (client) => client.maintenance.verify())
  const problems = [
    ...found.integrity,
    ...(found.foreignKeys === 0 ? [] : [`${found.foreignKeys} rows refer to something that is not there`]),
    ...(found.auditBrokenAt === null ? [] : [`the audit chain is broken at entry ${found.auditBrokenAt}`]),
    ...(found.receiptsBroken === 0 ? [] : [`${found.receiptsBroken} receipts are not what was filed`]),
    ...found.invariants,
  ]
  invocation.print(
    found,
    found.isClean ? `Clean; ${found.auditEntries} audit entries, the chain is whole.` : problems.join('\n'),
  )
  return found.isClean ? 0 : 1
}

async function verifyPack(invocation: Invocation, file: string): Promise<ExitCode> {
  const paper = { key: fingerprintOf(invocation), closes: textsOf(invocation, 'close').map(closeOf) }
  const zip = await readFile(resolve(file)).catch((error: unknown) => {
    const cause = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw new Refusal('NOT_READ', `${resolve(file)} could not be read (${cause}).`, { file: resolve(file), cause })
  })
  const { verifyEvidence } = await import('#electron/reports/evidence/verify-evidence.ts')
  const verdict = verifyEvidence(zip, paper)
  const lines = verdict.isGenuine
    ? [
        ...verdict.checked.map((what) => `checked  ${what}`),
        verdict.isHeldAgainstPaper
          ? 'Genuine: the pack agrees with itself and with what was read off paper.'
          : `The pack agrees with itself. Nothing was held against paper yet: a register forged as a whole would pass too. Compare key ${verdict.keyFingerprint} and a close with a printed report, by --key and --close.`,
      ]
    : [...verdict.findings.map((finding) => `NOT SO   ${finding}`), 'This pack is not what it says it is.']
  invocation.print(verdict, lines.join('\n'))
  return verdict.isGenuine ? 0 : 1
}

function fingerprintOf(invocation: Invocation): string | undefined {
  const key = textOf(invocation, 'key')?.replaceAll(/\s/g, '')
  if (key !== undefined && !/^[0-9a-f]{16}$/i.test(key)) throw new UsageError('--key is 16 hexadecimal digits.')
  return key
}

function closeOf(typed: string): { readonly number: string; readonly hash: string } {
  const match = /^(\d{4}-\d{3})=([0-9a-f]{16,64})$/i.exec(typed.replaceAll(/\s/g, ''))
  if (match === null) throw new UsageError('--close is a number and a hash of 16 to 64 digits: 2026-125=9f3c01d2a4b5c6d7.')
  return { number: match[1] ?? '', hash: match[2] ?? '' }
}
