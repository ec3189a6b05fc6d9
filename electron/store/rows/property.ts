import { type Actor, ROLES } from '#shared/domain/actor.ts'
import { CHANNEL_IDS, type ChannelId, ENVIRONMENTS, type Environment } from '#shared/domain/channel.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import { SINGLE_NAME_CONVENTIONS } from '#shared/domain/filing-convention.ts'
import type { AlarmReading } from '#shared/regulation/deadline-types.ts'
import { PROPERTY_KINDS, type PropertyKind } from '#shared/regulation/exposure.ts'
import { NotSetUpError } from '../store.ts'
import { integerOrNull, oneOf, type Row, text, textOrNull } from './columns.ts'
import type { RowStore } from './row-store.ts'

export const LANGUAGES = ['kk', 'ru', 'en'] as const
const ALARM_READINGS: readonly AlarmReading[] = ['strict', 'latest']

/** The receiving party: the hotel or guest house that owes the notices of this folder. */
export interface Property {
  readonly id: string
  readonly name: string
  /** 12 digits with valid check digits. */
  readonly bin: string
  readonly address: string
  readonly city: string | null
  readonly phone: string | null
  /** The migration department it reports to. */
  readonly department: string
  /** Decides the fine under art. 518. */
  readonly kind: PropertyKind
  readonly roomCount: number | null
  /** IANA zone the business day is counted in. */
  readonly zone: string
  readonly channel: ChannelId
  readonly language: (typeof LANGUAGES)[number]
  readonly environment: Environment
  readonly alarmReading: AlarmReading
  /** What the portal's given-names field gets for a person with one name. */
  readonly singleNameConvention: (typeof SINGLE_NAME_CONVENTIONS)[number]
}

/** What may become different while the register is in use. */
export type ChangeableProperty = Pick<
  Property,
  'name' | 'bin' | 'address' | 'city' | 'phone' | 'department' | 'kind' | 'roomCount' | 'language'
>

/** Tables `property` and `staff`. */
export function propertyRows(store: RowStore) {
  const only = store.statement<Row>('property.only', 'SELECT * FROM property LIMIT 1')
  const insert = store.statement(
    'property.insert',
    `
    INSERT INTO property (id, name, bin, address, city, phone, department, kind, room_count, zone, channel, language, environment,
      alarm_reading, single_name_convention, created_at)
    VALUES (@id, @name, @bin, @address, @city, @phone, @department, @kind, @roomCount, @zone, @channel, @language, @environment,
      @alarmReading, @singleNameConvention, @createdAt)`,
  )
  const setAlarmReading = store.statement('property.set_alarm_reading', 'UPDATE property SET alarm_reading = ? WHERE id = ?')
  const change = store.statement(
    'property.change',
    `
    UPDATE property SET name = @name, bin = @bin, address = @address, city = @city, phone = @phone, department = @department,
      kind = @kind, room_count = @roomCount, language = @language
    WHERE id = @id`,
  )
  const insertStaff = store.statement(
    'property.insert_staff',
    'INSERT INTO staff (id, property_id, name, role) VALUES (@id, @propertyId, @name, @role)',
  )
  const manager = store.statement<Row>('property.manager', `SELECT * FROM staff WHERE role = 'manager' ORDER BY id LIMIT 1`)

  return {
    /** The property of this folder; `undefined` before it was set up. */
    find(): Property | undefined {
      const row = only.get()
      return row === undefined ? undefined : propertyOf(row)
    },
    /** When this register was set up. */
    setUpAt(): IsoInstant {
      const row = only.get()
      if (row === undefined) throw new NotSetUpError()
      return text(row, 'created_at')
    },
    insert(property: Property, createdAt: IsoInstant): void {
      insert.run({ ...property, createdAt })
    },
    setAlarmReading(id: string, reading: AlarmReading): void {
      setAlarmReading.run(reading, id)
    },
    change(id: string, details: ChangeableProperty): void {
      change.run({ ...details, id })
    },
    insertStaff(propertyId: string, actor: Actor): void {
      insertStaff.run({ id: actor.staffId, propertyId, name: actor.name, role: actor.role })
    },
    /** Who acts while there are no staff accounts. */
    manager(): Actor | undefined {
      const row = manager.get()
      return row === undefined ? undefined : actorOf(row)
    },
  }
}

function propertyOf(row: Row): Property {
  return {
    id: text(row, 'id'),
    name: text(row, 'name'),
    bin: text(row, 'bin'),
    address: text(row, 'address'),
    city: textOrNull(row, 'city'),
    phone: textOrNull(row, 'phone'),
    department: text(row, 'department'),
    kind: oneOf(row, 'kind', PROPERTY_KINDS),
    roomCount: integerOrNull(row, 'room_count'),
    zone: text(row, 'zone'),
    channel: oneOf(row, 'channel', CHANNEL_IDS),
    language: oneOf(row, 'language', LANGUAGES),
    environment: oneOf(row, 'environment', ENVIRONMENTS),
    alarmReading: oneOf(row, 'alarm_reading', ALARM_READINGS),
    singleNameConvention: oneOf(row, 'single_name_convention', SINGLE_NAME_CONVENTIONS),
  }
}

function actorOf(row: Row): Actor {
  return { staffId: text(row, 'id'), name: text(row, 'name'), role: oneOf(row, 'role', ROLES) }
}
