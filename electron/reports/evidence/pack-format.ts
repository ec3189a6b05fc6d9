// What the verifier reads of a pack, as FORMAT.md describes it. Types alone: nothing of the program that made the pack runs in it.

/** A line of `journal.jsonl`. */
export type Row = Record<'property_id' | 'at' | 'actor_id' | 'actor_name' | 'action' | 'previous_hash' | 'hash', string> & {
  sequence: number
  subject: string | null
  stay_id: string | null
  /** Base64 of the bytes as stored; sealed where `stay_id` is set. */
  details: string
}

/** An element of `closes.json`. */
export type Close = Record<'id' | 'propertyId' | 'date' | 'number' | 'closedAt' | 'mode' | 'bodySha256', string> &
  Record<'actorId' | 'actorName' | 'actorRole' | 'auditHead' | 'previousHash' | 'hash' | 'publicKey' | 'signature', string> & {
    auditSequence: number
  }

export type Entry = { sequence: number; at: string; by: string; action: string; details: Record<string, unknown> | null }
export type Proof = { id: string; file: { name: string | null; sizeBytes: number; sha256: string } | null }
export type Notice = { id: string; state: string; acceptedAt: string | null; proofs: Proof[]; journal: Entry[] }
export type Guest = {
  stayId: string
  sealKey: string | null
  arrivalAt: string
  known: { at: string } | null
  notices: Notice[]
}
export type Span = { first: number; last: number; afterClose: string | null; upToClose: string | null }

/** `evidence.json`. */
export type Account = { property: { zone: string }; guests: Guest[]; journal: { spans: Span[]; entries: number } }

/** `manifest.json`. */
export type Manifest = { publicKey: string; files: { name: string; sha256: string; size: number }[] }
