import type { Migration } from './migration.ts'

/** Pictures of documents, for properties that keep them. Nothing of an older register needs changing. */
export const documentPhotos: Migration = {
  number: 10,
  name: 'document-photos',
  up(database) {
    database.exec(`
      -- Sealed with the key of the stay. Unlike proof, a picture may be deleted: when the property keeps none any more.
      CREATE TABLE document_photo (
        id TEXT PRIMARY KEY NOT NULL,
        property_id TEXT NOT NULL REFERENCES property (id),
        stay_id TEXT NOT NULL REFERENCES stay (id),
        guest_id TEXT NOT NULL REFERENCES guest (id),
        media_type TEXT NOT NULL,
        size_bytes INTEGER NOT NULL,
        sealed_content BLOB NOT NULL,
        stored_at TEXT NOT NULL,
        stored_by TEXT NOT NULL
      ) STRICT;
      CREATE INDEX document_photo_by_guest ON document_photo (guest_id);
      CREATE INDEX document_photo_by_property ON document_photo (property_id);
      CREATE TRIGGER document_photo_never_changes BEFORE UPDATE ON document_photo
        BEGIN SELECT RAISE(ABORT, 'the picture of a document never changes'); END;
    `)
  },
}
