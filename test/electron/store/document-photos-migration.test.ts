import { expect, test } from 'vitest'
import { MIGRATIONS } from '#electron/store/migrations/index.ts'
import { openRows } from '#electron/store/rows/rows.ts'
import { addProperty, addStay, newFolder, openRegister } from './register-fixture.ts'

test('a register from before has its guests and no pictures; one that is added is found by its guest without a scan of the table', () => {
  const directory = newFolder()
  const store = openRegister(directory, { migrations: MIGRATIONS.slice(0, 9) })
  addProperty(store)
  const { stayId, guestId } = addStay(store)
  store.close()

  const migrated = openRegister(directory)
  const { documentPhotos } = openRows(migrated)
  expect(migrated.database.prepare('SELECT stay_id FROM guest WHERE id = ?').pluck().get(guestId)).toBe(stayId)
  expect(documentPhotos.ofGuest(guestId)).toEqual([])
  const photo = {
    id: 'photo',
    stayId,
    guestId,
    mediaType: 'image/jpeg',
    sizeBytes: 3,
    storedAt: '2026-11-20T05:00:00.000Z',
    storedBy: 'Айгерим С.',
  }
  documentPhotos.insert(photo, Buffer.from('sealed'))
  expect(documentPhotos.ofGuest(guestId)).toEqual([photo])
  const plan = migrated.database.prepare('EXPLAIN QUERY PLAN SELECT id FROM document_photo WHERE guest_id = ?').all('x')
  expect(JSON.stringify(plan)).toContain('USING INDEX document_photo_by_guest')
  expect(documentPhotos.removeAll()).toBe(1)
  expect(documentPhotos.count()).toBe(0)
})
