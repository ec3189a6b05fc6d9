import { failureKey, issuesOf } from '../../../client/desk-failure.ts'
import { useDeskNow } from '../../../client/use-desk-now.ts'
import { useMayNot } from '../../../client/use-may.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorPanel } from '../../../components/error-panel.tsx'
import { Icon } from '../../../components/icon.tsx'
import { join } from '../../../components/join.ts'
import { Tag } from '../../../components/tag.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { minutesSince } from '../standing.ts'
import styles from './found-receipt.module.css'
import type { FoundReceipt as Finding, Offer } from './use-found-receipt.ts'

interface FoundReceiptProps {
  readonly finding: Finding
  readonly guestName: string
}

/** What the watched folders have for this guest: a file and the question whether it is his, or what keeps them from being watched. */
export function FoundReceipt({ finding, guestName }: FoundReceiptProps) {
  const { say } = useWords()
  const mayNot = useMayNot('desk.administer')
  const { found } = finding
  if (found === undefined) return null
  const trouble = found.folders.find(({ state }) => state !== 'readable' && state !== 'looking')
  return (
    <div className={styles.found}>
      {finding.error !== null && <Failure error={finding.error} />}
      {found.offer !== null && <Question offer={found.offer} finding={finding} guestName={guestName} />}
      {found.passedOver !== null && (
        <Note>{say(`filing.found.passedOver.${found.passedOver.why}`, { file: found.passedOver.fileName })}</Note>
      )}
      {trouble !== undefined && (
        <Note>
          {say('filing.found.trouble', { folder: trouble.directory, state: say(`filing.folders.states.${trouble.state}`) })}
        </Note>
      )}
      {found.folders.length === 0 && mayNot === null && (
        <a className={styles.setUp} href="#/settings/filing">
          {say('filing.found.setUp')}
        </a>
      )}
    </div>
  )
}

interface QuestionProps extends FoundReceiptProps {
  readonly offer: Offer
}

function Question({ offer, finding, guestName }: QuestionProps) {
  const { say } = useWords()
  const now = useDeskNow()
  const minutes = minutesSince(offer.appearedAt, now)
  const isOther = offer.match === 'other'
  const isSure = offer.match === 'document' || offer.match === 'name'
  return (
    <section className={join(styles.offer, isOther && styles.other)} aria-label={say('filing.found.title')}>
      <div role={isOther ? 'alert' : 'status'} className={styles.text}>
        <p className={styles.file}>
          <Icon name="document" />
          <span>
            {say('filing.found.text', {
              file: offer.fileName,
              ago: minutes === 0 ? say('filing.found.justNow') : say('filing.found.ago', { minutes }),
            })}
          </span>
        </p>
        <Tag
          icon={isSure ? 'ok' : isOther ? 'stop' : 'ask'}
          tone={isSure ? 'accepted' : isOther ? 'rejected' : 'unknown'}
          wraps
        >
          {say(`filing.found.match.${offer.match}`)}
        </Tag>
        <p className="strong">{isOther ? say('filing.found.otherText') : say('filing.found.question', { name: guestName })}</p>
      </div>
      <div className={styles.acts}>
        {isOther ? (
          <Button isSmall disabled={finding.isBusy} onClick={() => finding.accept(offer)}>
            {say('filing.found.yesAnyway')}
          </Button>
        ) : (
          <Button isSmall look="main" shortcut="Y" disabled={finding.isBusy} onClick={() => finding.accept(offer)}>
            {say('filing.found.yes')}
          </Button>
        )}
        <Button
          isSmall
          look={isOther ? 'soft' : 'bare'}
          shortcut="X"
          disabled={finding.isBusy}
          onClick={() => finding.decline(offer)}
        >
          {say('filing.found.no')}
        </Button>
      </div>
    </section>
  )
}

/** Accepting may fail for the file, which was taken away meanwhile, or for the number beside it. */
function Failure({ error }: { readonly error: unknown }) {
  const { say } = useWords()
  if (failureKey(error) === 'NOT_FOUND') return <Note>{say('filing.found.gone')}</Note>
  const paths = issuesOf(error).map(({ path }) => path)
  if (paths.includes('reference')) return <Note>{say('queue.filing.referenceUsed')}</Note>
  if (paths.includes('file')) return <Note>{say('filing.found.gone')}</Note>
  return <ErrorPanel error={error} />
}

function Note({ children }: { readonly children: string }) {
  return (
    <p className={styles.note} role="status">
      <Icon name="alert" />
      <span>{children}</span>
    </p>
  )
}
