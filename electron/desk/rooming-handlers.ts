import type { DeskImplementer } from './implementer.ts'
import { readListFile } from './rooming/read-list-file.ts'

/** `rooming` of the contract. Reads a file and nothing of the register. */
export function roomingHandlers({ rooming }: DeskImplementer) {
  return {
    readFile: rooming.readFile.handler(({ input }) => readListFile(input.content)),
  }
}
