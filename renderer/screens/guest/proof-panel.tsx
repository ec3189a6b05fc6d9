import type { Notice } from '#shared/contract/schemas.ts'
import { dayMonth, localDay, localTime } from '#shared/i18n/dates.ts'
import { useZone } from '../../client/use-status.ts'
import { ButtonLink } from '../../components/button.tsx'
import { Panel } from '../../components/panel.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { ProofForm } from '../../notices/proof-form.tsx'
import { PAPER_PATH } from '../../notices/queue-place.ts'
import styles from './decide.module.css'
import { takesProof } from './guest-acts.ts'

/** The proof of a notice that somebody else submitted, or whose answer never came. */
export function ProofPanel({ notice }: { readonly notice: Notice }) {
  const { say } = useWords()
  if (notice.paper !== undefined) return <OnListPanel paper={notice.paper} />
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

/** It lies at the counter: its proof is the stamp of the whole list. */
function OnListPanel({ paper }: { readonly paper: NonNullable<Notice['paper']> }) {
  const { say, language } = useWords()
  const zone = useZone()
  const { number, by, madeAt } = paper
  const at = `${dayMonth(localDay(madeAt, zone), language)}, ${localTime(madeAt, zone)}`
  return (
    <Panel title={say('paper.lists.number', { number })} isDense>
      <div className={styles.body}>
        <p className="note sub">{say('paper.onList', { number, at, by })}</p>
        <div className={styles.acts}>
          <ButtonLink href={`#${PAPER_PATH}`} icon="check">
            {say('paper.lists.handIn')}
          </ButtonLink>
        </div>
      </div>
    </Panel>
  )
}
