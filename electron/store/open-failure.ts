import type { StoreOpenFailure, StoreOpenFailureCode } from './store.ts'

const SENTENCES: Readonly<Record<StoreOpenFailureCode, (directory: string) => string>> = {
  folder_blocked: (directory) =>
    `The data folder ${directory} cannot be written to. Nothing was changed, but no arrival can be saved or sent from here; notices ` +
    'already due must be filed at the portal meanwhile. Give this user the right to write there, or start with another folder.',
  disk_full: (directory) =>
    `The disk of the data folder ${directory} is full. What was saved is safe; nothing new can be saved or sent until there is room. ` +
    'Free some space and start again.',
  wrong_key: (directory) =>
    `The register in ${directory} does not open with this key: the key belongs to another folder, or the beginning of the file is ` +
    'damaged. The register was left as it is; nothing is sent meanwhile. Put the right key file back, enter the recovery ' +
    'code with "qabyl recover-key", or restore a backup.',
  from_future: (directory) =>
    `The register in ${directory} was written by a newer version of Qabyl. It was left as it is; nothing is sent meanwhile. ` +
    'Install the newer version, or restore the backup made before the update.',
  locked: (directory) =>
    `Another Qabyl already works with ${directory}. It goes on saving and sending; use that one, or close it first.`,
  damaged: (directory) =>
    `The register in ${directory} is damaged. It was left as it is; nothing is sent meanwhile, so file notices that are due at the ` +
    'portal. Restore the latest backup and keep the damaged folder for support.',
  migration_failed: (directory) =>
    `The register in ${directory} could not be brought to this version. It still is as it was; nothing is sent meanwhile. Start the ` +
    'previous version again and send the log to support.',
}

/** `detail` = a code or a count for the log and for support; never data of a guest. */
export function openFailure(code: StoreOpenFailureCode, directory: string, detail: string): StoreOpenFailure {
  return { code, directory, message: `${SENTENCES[code](directory)} (${detail})` }
}
