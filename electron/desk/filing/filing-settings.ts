import { z } from 'zod'
import type { Property } from '#electron/store/rows/property.ts'
import { conventionSchema, portalIdSchema } from '#shared/contract/filing-schemas.ts'
import type { FilingConvention } from '#shared/domain/filing-convention.ts'
import type { Portal } from '#shared/domain/portal-form.ts'
import type { Register } from '../register.ts'
import { findPortal, PORTALS } from './portals.ts'

/** How a property files by hand, in table `setting`. What was never decided is the program's own. */

const IN_USE = 'filing.portals'
const CONVENTIONS = 'filing.conventions'
const FOLDERS = 'filing.folders'

const inUseSchema = z.array(z.object({ id: portalIdSchema, url: z.string().nullable() }))
const conventionsSchema = z.record(z.string(), conventionSchema)
const foldersSchema = z.array(z.string())

type Settings = { readonly store: Pick<Register['store'], 'settings'> }

/** A portal in use, with the address this property opens. */
export interface PortalInUse {
  readonly portal: Portal
  /** The property's own; `null` = that of the data file. */
  readonly ownUrl: string | null
}

/**
 * The portals in use, the property's first choice first; never empty. One that this program does not know (a register that a newer
 * program has set up) is left out.
 */
export function portalsInUse({ store }: Settings): readonly PortalInUse[] {
  const chosen = store.settings.get(IN_USE, inUseSchema) ?? []
  const known = chosen.flatMap(({ id, url }) => {
    const portal = findPortal(id)
    return portal === undefined ? [] : [{ portal, ownUrl: url }]
  })
  return known.length > 0 ? known : PORTALS.map((portal) => ({ portal, ownUrl: null }))
}

export function savePortalsInUse(
  { store }: Settings,
  portals: readonly { readonly id: string; readonly url: string | null }[],
): void {
  store.settings.set(IN_USE, portals)
}

/** How values are written where nobody has decided: as every portal known so far takes them. */
export function defaultConvention({ singleNameConvention }: Pick<Property, 'singleNameConvention'>): FilingConvention {
  return {
    nameScript: 'latin',
    nameCase: 'upper',
    singleName: singleNameConvention,
    dateFormat: 'dd.mm.yyyy',
    roomPlace: 'none',
    roomForm: 'numero',
    address: null,
    hostNumber: null,
    purposes: {},
  }
}

/** What this property decided for a portal; `undefined` = nothing. */
export function ownConvention({ store }: Settings, portalId: string): FilingConvention | undefined {
  return store.settings.get(CONVENTIONS, conventionsSchema)?.[portalId]
}

export function conventionOf(register: Settings & Pick<Register, 'property'>, portalId: string): FilingConvention {
  return ownConvention(register, portalId) ?? defaultConvention(register.property)
}

/** `null` goes back to the program's own. */
export function saveConvention({ store }: Settings, portalId: string, convention: FilingConvention | null): void {
  const { [portalId]: _, ...others } = store.settings.get(CONVENTIONS, conventionsSchema) ?? {}
  store.settings.set(CONVENTIONS, convention === null ? others : { ...others, [portalId]: convention })
}

/** Absolute paths, as the desk's own PC sees them. */
export function receiptFolders({ store }: Settings): readonly string[] {
  return store.settings.get(FOLDERS, foldersSchema) ?? []
}

export function saveReceiptFolders({ store }: Settings, directories: readonly string[]): void {
  store.settings.set(FOLDERS, directories)
}
