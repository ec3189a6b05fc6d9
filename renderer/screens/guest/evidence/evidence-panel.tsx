import type { EvidencePack } from '#shared/contract/evidence-schemas.ts'
import { useMayNot } from '../../../client/use-may.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorPanel } from '../../../components/error-panel.tsx'
import { Panel } from '../../../components/panel.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import styles from './evidence-panel.module.css'
import { useEvidence } from './use-evidence.ts'

/** The pack for an inspector, in the language of the screen: who answers for the notices shows what was done about this guest. */
export function EvidencePanel({ noticeId }: { readonly noticeId: string }) {
  const { say, language } = useWords()
  const mayNot = useMayNot('report.read')
  const making = useEvidence(noticeId)
  // Its making is written into the journal, so a register that cannot be written gives none.
  if (mayNot !== null) return null
  return (
    <Panel title={say('evidence.panel.title')} isDense>
      <div className={styles.body}>
        <p className="note sub">{say('evidence.panel.text')}</p>
        <div>
          <Button isSmall disabled={making.isPending} onClick={() => making.mutate(language)}>
            {say(making.isPending ? 'evidence.panel.making' : 'evidence.panel.make')}
          </Button>
        </div>
        <div aria-live="polite" className={styles.outcome}>
          {making.data !== undefined && <Made pack={making.data} />}
        </div>
        {making.error !== null && <ErrorPanel error={making.error} />}
      </div>
    </Panel>
  )
}

function Made({ pack }: { readonly pack: EvidencePack }) {
  const { say } = useWords()
  const { fileName, keyFingerprint, entriesAfterLastClose } = pack
  return (
    <>
      <p>{say('evidence.panel.done', { file: fileName })}</p>
      <p className="note sub">{say('evidence.panel.key', { fingerprint: keyFingerprint })}</p>
      {entriesAfterLastClose > 0 && <p className="note sub">{say('evidence.panel.open', { count: entriesAfterLastClose })}</p>}
    </>
  )
}
