import {
  type KeyFailure,
  type KeyKeeper,
  keyFileKeeper,
  type RegisterKeys,
  readOrCreateKeyFile,
  settleCandidate,
} from '#electron/store/keys.ts'
import { openStore } from '#electron/store/open-store.ts'
import type { Logger, Ports } from '#electron/store/ports.ts'
import type { Store, StoreOpenFailure } from '#electron/store/store.ts'
import type { Result } from '#shared/domain/result.ts'
import { createDesk, type Desk, type DeskOptions } from './desk.ts'

export type FolderFailure = StoreOpenFailure | KeyFailure

/** What a data folder turned out to be. */
export type FolderSeat =
  | { readonly kind: 'desk'; readonly desk: Desk }
  /** Opened, no property yet. */
  | { readonly kind: 'empty'; readonly store: Store; readonly key: Buffer }
  | { readonly kind: 'blocked'; readonly failure: FolderFailure }

/** Where the keys of folders are kept: key files here, the system's secret store in the Electron shell. */
export interface KeyRing {
  open(directory: string): Result<RegisterKeys, KeyFailure>
  keeperOf(directory: string): KeyKeeper
}

export function keyFileRing(ports: Pick<Ports, 'randomBytes'>): KeyRing {
  return { open: (directory) => readOrCreateKeyFile(directory, ports.randomBytes), keeperOf: keyFileKeeper }
}

export interface SeatOptions extends Omit<DeskOptions, 'store'> {
  readonly ports: Ports
  readonly logger: Logger
  readonly keys: KeyRing
}

/** Opens a folder, whatever state it is in; never throws for one. */
export function openSeat(directory: string, options: SeatOptions): FolderSeat {
  const { ports, logger } = options
  const keys = options.keys.open(directory)
  if (!keys.ok) return blocked(logger, keys.error)
  const { key, candidate } = keys.value
  const opened = openStore({ directory, key, candidateKey: candidate, ports, logger })
  if (!opened.ok) return blocked(logger, opened.error)
  const store = opened.value
  settleCandidate(store, keys.value, options.keys.keeperOf(directory))
  if (store.findPropertyId() === undefined) return { kind: 'empty', store, key }
  return { kind: 'desk', desk: createDesk({ ...options, store }) }
}

/** Lets go of the folder. */
export async function closeSeat(seat: FolderSeat | undefined): Promise<void> {
  if (seat?.kind === 'desk') await seat.desk.stop()
  if (seat?.kind === 'empty') seat.store.close()
}

function blocked(logger: Logger, failure: FolderFailure): FolderSeat {
  logger.error({ code: failure.code, directory: failure.directory }, 'the data folder could not be opened')
  return { kind: 'blocked', failure }
}
