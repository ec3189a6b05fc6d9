import type { SeededRandom } from '#electron/simulator/seeded-random.ts'

/** What a disk writes whole or not at all. */
export type SectorBytes = 512 | 4096

/** How the disk treats what it was not told to keep. */
export interface Survival {
  readonly sectorBytes: SectorBytes
  /** Chance of each sector written since the last sync to be on disk all the same. */
  readonly share: number
}

type Change =
  | { readonly kind: 'write'; readonly offset: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly length: number }

/** One file as the process sees it, as the disk is sure to hold it, and what lies between the two. */
export class FileImage {
  readonly #durable: Content
  readonly #live: Content
  #unsynced: Change[] = []

  constructor(content: Buffer = Buffer.alloc(0)) {
    this.#durable = new Content(content)
    this.#live = new Content(content)
  }

  get hasUnsynced(): boolean {
    return this.#unsynced.length > 0
  }

  /** Good until the next change. */
  get live(): Buffer {
    return this.#live.view()
  }

  /** Good until the next sync. */
  get durable(): Buffer {
    return this.#durable.view()
  }

  write(offset: number, bytes: Buffer): void {
    this.#unsynced.push({ kind: 'write', offset, bytes })
    this.#live.write(offset, bytes)
  }

  truncate(length: number): void {
    this.#unsynced.push({ kind: 'truncate', length })
    this.#live.truncate(length)
  }

  sync(): void {
    for (const change of this.#unsynced) {
      if (change.kind === 'write') this.#durable.write(change.offset, change.bytes)
      else this.#durable.truncate(change.length)
    }
    this.#unsynced = []
  }

  /**
   * After a power cut: of everything since the last sync each sector and each change of length has reached the disk or not, by itself.
   * What lies between sectors that did and sectors that did not reads as zeros.
   */
  drawSurvivor(random: SeededRandom, { sectorBytes, share }: Survival): Buffer {
    const survivor = new Content(this.#durable.view())
    for (const change of this.#unsynced) {
      if (change.kind === 'truncate') {
        if (random() < share) survivor.truncate(change.length)
        continue
      }
      const { offset, bytes } = change
      for (let from = offset; from < offset + bytes.length; ) {
        const to = Math.min((Math.floor(from / sectorBytes) + 1) * sectorBytes, offset + bytes.length)
        if (random() < share) survivor.write(from, bytes.subarray(from - offset, to - offset))
        from = to
      }
    }
    return survivor.view()
  }
}

/** Bytes that grow; a gap reads as zeros. */
class Content {
  #bytes: Buffer
  #length: number

  constructor(content: Buffer) {
    this.#bytes = Buffer.from(content)
    this.#length = content.length
  }

  view(): Buffer {
    return this.#bytes.subarray(0, this.#length)
  }

  write(offset: number, bytes: Buffer): void {
    if (offset + bytes.length > this.#length) this.#grow(offset + bytes.length)
    bytes.copy(this.#bytes, offset)
  }

  truncate(length: number): void {
    if (length > this.#length) this.#grow(length)
    this.#length = length
  }

  #grow(length: number): void {
    if (length > this.#bytes.length) {
      const bigger = Buffer.alloc(length * 2)
      this.view().copy(bigger)
      this.#bytes = bigger
    }
    // What an earlier truncation cut off must not come back.
    this.#bytes.fill(0, this.#length, length)
    this.#length = length
  }
}
