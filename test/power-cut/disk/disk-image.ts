import { dirname } from 'node:path'
import type { SeededRandom } from '#electron/simulator/seeded-random.ts'
import type { DiskCall } from './disk-log.ts'
import { FileImage, type Survival } from './file-image.ts'

/** Files by absolute path; folders end in `/`. */
export type FolderState = ReadonlyMap<string, Buffer>

/** How names fare: a journal keeps them in order up to some moment; without one each may or may not be there. */
export type NameSurvival = 'in_order' | 'any'

export interface PowerCut extends Survival {
  readonly names: NameSurvival
}

type Entry = { readonly kind: 'file'; readonly file: FileImage } | { readonly kind: 'folder' }
/** One change of names in one folder: what each name means afterwards. */
type NameChange = ReadonlyMap<string, Entry | undefined>

interface Folder {
  readonly durable: Map<string, Entry>
  unsynced: NameChange[]
}

const FOLDER: Entry = { kind: 'folder' }

/**
 * A folder as its process sees it and as the disk is sure to hold it, at one point of a record. POSIX promises no more than this: bytes
 * and lengths are sure after a sync of the file, names after a sync of the folder they stand in.
 */
export class DiskImage {
  readonly #root: string
  readonly #folders = new Map<string, Folder>()
  readonly #live = new Map<string, Entry>()
  readonly #files = new Map<number, FileImage>()
  readonly #folderPaths = new Map<number, string>()

  /** `before` = what lay in the folder and was sure before the record begins. */
  constructor(root: string, before: FolderState = new Map()) {
    this.#root = root
    this.#folders.set(root, { durable: new Map(), unsynced: [] })
    for (const [path, content] of before) {
      const isFolder = path.endsWith('/')
      const name = isFolder ? path.slice(0, -1) : path
      const entry: Entry = isFolder ? FOLDER : { kind: 'file', file: new FileImage(content) }
      this.#live.set(name, entry)
      this.#folderOf(name).durable.set(name, entry)
    }
  }

  /** Whether a power cut now could leave anything else than what the process sees. */
  get hasUnsynced(): boolean {
    return (
      [...this.#folders.values()].some(({ unsynced }) => unsynced.length > 0) ||
      [...this.#files.values()].some((file) => file.hasUnsynced)
    )
  }

  apply(call: DiskCall): void {
    switch (call.kind) {
      case 'opened': {
        if (call.isFolder) this.#folderPaths.set(call.inode, call.path)
        else this.#open(call.inode, call.path, call.isCreated, call.isEmptied)
        return
      }
      case 'written':
        this.#file(call.inode).write(call.offset, call.bytes)
        return
      case 'truncated':
        this.#file(call.inode).truncate(call.length)
        return
      case 'synced': {
        const path = this.#folderPaths.get(call.inode)
        if (path === undefined) this.#file(call.inode).sync()
        else this.#syncFolder(path)
        return
      }
      case 'unlinked':
      case 'removed_folder':
        this.#rename(dirname(call.path), new Map([[call.path, undefined]]))
        return
      case 'renamed': {
        const entry = this.#live.get(call.from)
        if (entry?.kind !== 'file') throw new Error('The model knows renamed files alone')
        if (dirname(call.from) !== dirname(call.to)) {
          this.#rename(dirname(call.to), new Map([[call.to, entry]]))
          this.#rename(dirname(call.from), new Map([[call.from, undefined]]))
          return
        }
        this.#rename(
          dirname(call.from),
          new Map([
            [call.from, undefined],
            [call.to, entry],
          ]),
        )
        return
      }
      case 'made_folder':
        this.#folderPaths.set(call.inode, call.path)
        this.#rename(dirname(call.path), new Map([[call.path, FOLDER]]))
        return
      case 'marked':
      case 'failed':
        return
    }
  }

  /** The process was killed: everything it had written is there. */
  afterKill(): FolderState {
    return stateOf(this.#live, (file) => file.live)
  }

  /** The disk kept only what it was told to. */
  afterHarshestCut(): FolderState {
    return this.#reachable(
      ({ durable }) => durable,
      (file) => file.durable,
    )
  }

  /** The disk kept, beyond that, whatever chance wanted. */
  afterCut(random: SeededRandom, cut: PowerCut): FolderState {
    const survivors = new Map<FileImage, Buffer>()
    return this.#reachable(
      ({ durable, unsynced }) => {
        const names = new Map(durable)
        const keptInOrder = Math.floor(random() * (unsynced.length + 1))
        unsynced.forEach((change, index) => {
          const isKept = cut.names === 'in_order' ? index < keptInOrder : random() < 0.5
          if (isKept) rename(names, change)
        })
        return names
      },
      (file) => {
        const content = survivors.get(file) ?? file.drawSurvivor(random, cut)
        survivors.set(file, content)
        return content
      },
    )
  }

  #open(inode: number, path: string, isCreated: boolean, isEmptied: boolean): void {
    if (isCreated) {
      const file = new FileImage()
      this.#files.set(inode, file)
      this.#rename(dirname(path), new Map([[path, { kind: 'file', file }]]))
      return
    }
    const entry = this.#live.get(path)
    if (entry?.kind !== 'file') throw new Error(`A file was opened that the model does not know: ${path}`)
    this.#files.set(inode, entry.file)
    if (isEmptied && entry.file.live.length > 0) entry.file.truncate(0)
  }

  #file(inode: number): FileImage {
    const file = this.#files.get(inode)
    if (file === undefined) throw new Error(`A file was changed that was never opened: inode ${inode}`)
    return file
  }

  #folderOf(path: string): Folder {
    return this.#folder(dirname(path))
  }

  #folder(path: string): Folder {
    const folder = this.#folders.get(path) ?? { durable: new Map(), unsynced: [] }
    this.#folders.set(path, folder)
    return folder
  }

  #rename(folder: string, change: NameChange): void {
    this.#folder(folder).unsynced.push(change)
    rename(this.#live, change)
  }

  #syncFolder(path: string): void {
    const folder = this.#folder(path)
    for (const change of folder.unsynced) rename(folder.durable, change)
    folder.unsynced = []
  }

  /** A file in a folder whose own name did not survive is gone with it. */
  #reachable(namesOf: (folder: Folder) => ReadonlyMap<string, Entry>, contentOf: (file: FileImage) => Buffer): FolderState {
    const names = new Map<string, Entry>()
    const walk = (path: string): void => {
      for (const [name, entry] of namesOf(this.#folder(path))) {
        names.set(name, entry)
        if (entry.kind === 'folder') walk(name)
      }
    }
    walk(this.#root)
    return stateOf(names, contentOf)
  }
}

function rename(names: Map<string, Entry>, change: NameChange): void {
  for (const [name, entry] of change) {
    if (entry === undefined) names.delete(name)
    else names.set(name, entry)
  }
}

function stateOf(names: ReadonlyMap<string, Entry>, contentOf: (file: FileImage) => Buffer): FolderState {
  return new Map(
    [...names].map(([name, entry]) =>
      entry.kind === 'folder' ? [`${name}/`, Buffer.alloc(0)] : [name, contentOf(entry.file)],
    ),
  )
}
