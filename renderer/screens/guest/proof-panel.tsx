import type { Notice } from '#shared/contract/schemas.ts'
import { Panel } from '../../components/panel.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { ProofForm } from '../../notices/proof-form.tsx'
import styles from './decide.module.css'
import { takesProof } from './guest-acts.ts'

/** The proof of a notice that somebody else submitted, or whose answer never came. */
export function ProofPanel({ notice }: { readonly notice: Notice }) {
  const { say } = useWords()
  // A duplicate is decided where it is told of.
  if (!takesProof(notice) || notice.state === 'duplicate') return null
  return (
    <Panel title={say('guest.proof.title')} isDense>
      <div className={styles.body}>
        <p className="note sub">{say('guest.proof.text')}</p>
        <ProofForm noticeId={notice.id} onAccepted={() => undefined} />
      </div>
    </Panel>
  )
}
