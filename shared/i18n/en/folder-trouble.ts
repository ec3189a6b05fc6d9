import type { TranslationOf } from '../catalogue.ts'
import type { folderTrouble as source } from '../ru/folder-trouble.ts'

export const folderTrouble = {
  title: 'The guest register does not open',
  folder: 'Data folder',
  deadline:
    'What was saved is still there. While the register is shut nothing is sent from here, and deadlines run: ' +
    'file what is urgent at the portal and note new arrivals on paper.',
  waiting: 'Looking again by itself every few seconds',
  forSupport: 'For the administrator and support',
  reasons: {
    folder_blocked: {
      what: 'The data folder cannot be written to.',
      todo: 'Give this user the right to the folder, or connect the disk it lies on.',
    },
    disk_full: {
      what: 'The disk with the data folder is full.',
      todo: 'Free some space: delete what is not needed or move old files to another disk.',
    },
    wrong_key: {
      what: "The key in the folder is not this register's, or the beginning of the file is damaged.",
      todo: 'Put the right register.key back, enter the recovery code with recover-key, or restore a backup.',
    },
    key_missing: {
      what: 'The register is there, its key is not.',
      todo: 'Put the file register.key back, or enter the printed recovery code with recover-key.',
    },
    key_damaged: {
      what: 'The key file does not hold a key.',
      todo: 'Put the real register.key back, or enter the recovery code with recover-key.',
    },
    key_exposed: {
      what: "Other users of this computer can read the key file, and with it the guests' documents.",
      todo: 'Leave access to register.key to yourself alone (chmod 600).',
    },
    from_future: {
      what: 'The register was written by a newer version of Qabyl.',
      todo: 'Install the newer version, or restore the backup made before the update.',
    },
    locked: {
      what: 'Another Qabyl already works with this folder: it saves and sends.',
      todo: 'Work in that window, or close it.',
    },
    damaged: {
      what: 'The register file is damaged.',
      todo: 'Restore the latest backup with restore; keep the damaged folder for support.',
    },
    migration_failed: {
      what: 'The register could not be brought to this version; it is as it was.',
      todo: 'Start the previous version and send the log to support.',
    },
  },
} satisfies TranslationOf<typeof source>
