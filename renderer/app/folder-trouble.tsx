import type { Status } from '#shared/contract/schemas.ts'
import { CATALOGUES } from '#shared/i18n/index.ts'
import { useWords } from '../i18n/use-words.ts'
import styles from './cover-message.module.css'
import { CoverMessage } from './cover-message.tsx'
import { LanguageSwitch } from './language-switch.tsx'

interface FolderTroubleProps {
  readonly code: string
  readonly trouble: NonNullable<Status['folderTrouble']>
}

/** The data folder does not open: which one, why, what it means, what to do. Goes away by itself once it opens. */
export function FolderTrouble({ code, trouble }: FolderTroubleProps) {
  const { say, language } = useWords()
  const reasons: Readonly<Record<string, { readonly what: string; readonly todo: string }>> =
    CATALOGUES[language].folderTrouble.reasons
  const reason = reasons[code]
  return (
    <CoverMessage title={say('folderTrouble.title')} waiting={say('folderTrouble.waiting')}>
      {reason !== undefined && <p>{reason.what}</p>}
      <p>{say('folderTrouble.deadline')}</p>
      {reason !== undefined && <p className="strong">{reason.todo}</p>}
      <p>
        {say('folderTrouble.folder')}: <b className={styles.path}>{trouble.directory}</b>
      </p>
      <details open={reason === undefined}>
        <summary>{say('folderTrouble.forSupport')}</summary>
        <p lang="en">{trouble.message}</p>
      </details>
      <LanguageSwitch />
    </CoverMessage>
  )
}
