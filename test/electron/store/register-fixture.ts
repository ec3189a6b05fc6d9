import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type OpenStoreOptions, openStore } from '#electron/store/open-store.ts'
import type { Logger, Ports } from '#electron/store/ports.ts'
import type { Store } from '#electron/store/store.ts'
import type { Actor } from '#shared/domain/actor.ts'

export const KEY = Buffer.alloc(32, 7)
export const MANAGER: Actor = { staffId: 'staff-1', name: 'Айгерим С.', role: 'manager' }

/** A folder of its own, gone when the test ends. */
export function newFolder(): string {
  const directory = mkdtempSync(join(tmpdir(), 'qabyl-store-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  return directory
}

export interface TestPorts extends Ports {
  readonly clock: { now(): number; monotonicMs(): number; advance(ms: number): void }
}

/** Time stands still unless advanced; ids count up; random bytes are real. */
export function testPorts(startMs = Date.parse('2026-11-23T05:43:00.000Z')): TestPorts {
  let nowMs = startMs
  let ids = 0
  const advance = (ms: number) => {
    nowMs += ms
  }
  return {
    clock: { now: () => nowMs, monotonicMs: () => nowMs, advance },
    newId: () => `00000000-0000-7000-8000-${String(++ids).padStart(12, '0')}`,
    random: () => 0.5,
    randomBytes: (length) => randomBytes(length),
  }
}

export interface LogLine {
  readonly level: string
  readonly fields: unknown
  readonly text: string
}

export function testLogger(): Logger & { readonly lines: LogLine[] } {
  const lines: LogLine[] = []
  const at = (level: string) => (fields: unknown, text?: string) => void lines.push({ level, fields, text: text ?? '' })
  return { lines, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

/** Opens a register that is closed when the test ends; throws the failure's sentence otherwise. */
export function openRegister(directory: string, options: Partial<OpenStoreOptions> = {}): Store {
  const opened = openStore({ directory, key: KEY, ports: testPorts(), logger: testLogger(), ...options })
  if (!opened.ok) throw new Error(`${opened.error.code}: ${opened.error.message}`)
  onTestFinished(() => opened.value.close())
  return opened.value
}

/** The rows the other tables refer to, written as the desk would. */
export function addProperty(store: Store, id = 'property-1'): string {
  store.database
    .prepare(
      `INSERT INTO property (id, name, bin, address, department, kind, zone, channel, language, environment, alarm_reading,
         single_name_convention, created_at)
       VALUES (?, 'Guest house Qonaq', '123456789012', 'Almaty', 'Bostandyk', 'guest_house', 'Asia/Almaty', 'assisted-portal', 'ru',
         'test', 'strict', 'surname', '2026-11-23T05:43:00.000Z')`,
    )
    .run(id)
  return id
}

/** A stay with its key and one guest; returns the ids. */
export function addStay(store: Store): { stayId: string; guestId: string } {
  const [stayId, guestId, at] = [store.ports.newId(), store.ports.newId(), '2026-11-23T05:43:00.000Z']
  store.database
    .prepare(
      `INSERT INTO stay (id, property_id, request_id, source, arrival_at, arrival_date, created_at, updated_at)
       VALUES (?, ?, ?, 'desk', '2026-11-23T10:43', '2026-11-23', ?, ?)`,
    )
    .run(stayId, store.propertyId(), `request-${stayId}`, at, at)
  store.stayKeys.create(stayId)
  store.database
    .prepare('INSERT INTO guest (id, property_id, stay_id, has_single_name, created_at, updated_at) VALUES (?, ?, ?, 0, ?, ?)')
    .run(guestId, store.propertyId(), stayId, at, at)
  return { stayId, guestId }
}
