import type { z } from 'zod'
import type { filingSettingsSchema, previewSheetSchema } from '#shared/contract/filing-schemas.ts'
import { calendarDate } from '#shared/domain/calendar-date.ts'
import type { FilingConvention } from '#shared/domain/filing-convention.ts'
import { EMPTY_GUEST, type GuestFacts } from '#shared/domain/guest.ts'
import type { Portal } from '#shared/domain/portal-form.ts'
import { hostNumberIssue, hostNumberProblem } from '#shared/regulation/host-number.ts'
import type { Caller } from '../caller.ts'
import { badInput, deskError } from '../desk-error.ts'
import type { Register } from '../register.ts'
import {
  conventionOf,
  ownConvention,
  type PortalInUse,
  portalsInUse,
  receiptFolders,
  saveConvention,
  savePortalsInUse,
  saveReceiptFolders,
} from './filing-settings.ts'
import { fillFields } from './fill-sheet.ts'
import { findPortal, PORTALS } from './portals.ts'
import { folderState, requireWatchable, suggestedFolder } from './watch/folders.ts'

type FilingSettings = z.infer<typeof filingSettingsSchema>
type PortalSettings = FilingSettings['portals'][number]

/** Portals, conventions and folders as they count now. Looks into the folders: one on a network that is gone answers late, not never. */
export async function getFilingSettings(register: Register): Promise<FilingSettings> {
  const inUse = portalsInUse(register)
  const unused = PORTALS.filter((portal) => inUse.every((used) => used.portal.id !== portal.id))
  const folders = receiptFolders(register)
  return {
    portals: [
      ...inUse.map((used) => portalSettings(register, used, true)),
      ...unused.map((portal) => portalSettings(register, { portal, ownUrl: null }, false)),
    ],
    folders: await Promise.all(folders.map(async (directory) => ({ directory, state: await folderState(directory) }))),
    suggestedFolder: await suggestedFolder(folders),
  }
}

function portalSettings(register: Register, { portal, ownUrl }: PortalInUse, isUsed: boolean): PortalSettings {
  const { id, name, url, order, source, arrivalNotEarlierThanDaysAgo, proof, fields } = portal
  return {
    id,
    name,
    url,
    ownUrl,
    isUsed,
    order,
    source,
    arrivalNotEarlierThanDaysAgo,
    proof: { referencePattern: proof.referencePattern, receiptAfterMinutes: proof.receiptAfterMinutes },
    fieldKeys: fields.map(({ key }) => key),
    convention: conventionOf(register, id),
    isOwnConvention: ownConvention(register, id) !== undefined,
  }
}

/** The portals in use, first choice first. Throws `BAD_INPUT` for an unknown one, one named twice, an address without https. */
export function setPortals(
  register: Register,
  caller: Caller,
  portals: readonly { readonly id: string; readonly url: string | null }[],
): Promise<FilingSettings> {
  for (const [index, { id, url }] of portals.entries()) {
    const portal = requirePortal(id, `portals.${index}.id`)
    if (portals.findIndex((other) => other.id === portal.id) !== index)
      throw badInput(`portals.${index}.id`, 'already_used', 'This portal stands in the list twice.')
    if (url !== null && new URL(url).protocol !== 'https:')
      throw badInput(`portals.${index}.url`, 'wrong_format', 'The address of a portal begins with https://.')
  }
  const before = portalsInUse(register).map(({ portal, ownUrl }) => ({ id: portal.id, url: ownUrl }))
  return saved(register, caller, 'filing.portals_set', { before, after: portals }, () => savePortalsInUse(register, portals))
}

/** How values are written for one portal. Throws `BAD_INPUT` for an unknown portal or a host's number with a wrong check digit. */
export function setConvention(
  register: Register,
  caller: Caller,
  { portal, convention }: { readonly portal: string; readonly convention: FilingConvention | null },
): Promise<FilingSettings> {
  requirePortal(portal, 'portal')
  if (convention !== null && convention.hostNumber !== null) {
    const problem = hostNumberProblem(register.property.kind, convention.hostNumber)
    if (problem !== null) throw badInput('convention.hostNumber', hostNumberIssue(problem), problem.message)
  }
  const before = ownConvention(register, portal) ?? null
  return saved(register, caller, 'filing.convention_set', { portal, before, after: convention }, () =>
    saveConvention(register, portal, convention),
  )
}

/** Folders where receipts appear. A folder that is not there now is taken: a network comes and goes. Throws `BAD_INPUT`. */
export function setFolders(register: Register, caller: Caller, directories: readonly string[]): Promise<FilingSettings> {
  const chosen = directories.map((directory, index) =>
    requireWatchable(directory, `directories.${index}`, register.store.directory),
  )
  if (new Set(chosen).size !== chosen.length)
    throw badInput('directories', 'already_used', 'A folder stands in the list twice.')
  const before = receiptFolders(register)
  return saved(register, caller, 'filing.folders_set', { before, after: chosen }, () => saveReceiptFolders(register, chosen))
}

/** One change in one transaction, with its entry in the journal; every screen is told. */
function saved(
  register: Register,
  caller: Caller,
  action: string,
  details: Readonly<Record<string, unknown>>,
  save: () => void,
): Promise<FilingSettings> {
  register.write(() => {
    save()
    register.store.audit.append({ actor: caller.actor, action, subject: null, stayId: null, details })
  })
  register.changed(['filing'], null)
  return getFilingSettings(register)
}

/** Nobody: shows how each kind of value comes out – letters to transliterate, a room, a purpose. */
const FICTIONAL_GUEST: GuestFacts = {
  ...EMPTY_GUEST,
  surname: 'Мюллер',
  givenNames: 'Анна-Мария',
  sex: 'F',
  birthDate: '1990-05-17',
  citizenship: 'DEU',
  documentType: 'passport',
  documentNumber: 'C01X00T47',
  issueDate: calendarDate('2022-01-10'),
  expiryDate: calendarDate('2032-01-09'),
  purpose: 'tourism',
  phone: '+49 30 5550 1234',
}
const FICTIONAL_STAY = { arrivalDate: calendarDate('2026-11-23'), departureDate: calendarDate('2026-11-27'), room: '208' }

/** The sheet of a fictional guest as `convention` would write it. Throws `BAD_INPUT` for an unknown portal. */
export function previewConvention(
  register: Register,
  given: { readonly portal: string; readonly convention: FilingConvention },
): z.infer<typeof previewSheetSchema> {
  const portal = requirePortal(given.portal, 'portal')
  const { property } = register
  return {
    fields: fillFields(portal, { property, stay: FICTIONAL_STAY, facts: FICTIONAL_GUEST, convention: given.convention }),
  }
}

export function requirePortal(id: string, path: string): Portal {
  const portal = findPortal(id)
  if (portal === undefined) throw badInput(path, 'unknown_code', 'There is no such portal.')
  return portal
}

/** The portal a sheet is laid out for: the one named, when this property uses it, else its first choice. Throws `NOT_FOUND`. */
export function portalForSheet(register: Register, id: string | null): PortalInUse {
  const inUse = portalsInUse(register)
  const found = id === null ? inUse[0] : inUse.find(({ portal }) => portal.id === id)
  if (found === undefined) throw deskError('NOT_FOUND', { what: 'portal' })
  return found
}
