import { useState } from 'react'
import type { Notice } from '#shared/contract/schemas.ts'
import { useStatus, useZone } from '../../../client/use-status.ts'
import { Button, ButtonLink } from '../../../components/button.tsx'
import { Icon } from '../../../components/icon.tsx'
import { join } from '../../../components/join.ts'
import { Panel } from '../../../components/panel.tsx'
import { StateTag } from '../../../components/state-tag.tsx'
import { lookOf } from '../../../components/tone.ts'
import { useKeptNames } from '../../../drafts/use-kept-form.ts'
import { happenedAt } from '../../../i18n/moments.ts'
import { useWords } from '../../../i18n/use-words.ts'
import type { PrimaryAction } from '../../../notices/primary-action.ts'
import { ProofForm } from '../../../notices/proof-form.tsx'
import type { NoticeActions } from '../../../notices/use-notice-actions.ts'
import { PROOF_FORM } from '../../../notices/use-proof-draft.ts'
import tones from '../../../styles/tones.module.css'
import { takesProof } from '../guest-acts.ts'
import type { GuestDetail } from '../guest-form.ts'
import joined from '../joined-list.module.css'
import { reasonInWords } from '../timeline-words.ts'
import type { ReceiptAccess } from '../use-receipt.ts'
import styles from './chain-panel.module.css'
import { aboutInWords, type ChainLink, canBeDropped, chainOf, momentInWords } from './chain-words.ts'
import { DROP_FORM, DropForm } from './drop-form.tsx'

interface ChainPanelProps {
  readonly detail: GuestDetail
  readonly actions: NoticeActions
  readonly receipt: ReceiptAccess
  /** This person may file and withdraw. */
  readonly mayAct: boolean
}

/** The notices about one guest in the order they go: how far each is, by when, its proof, and what waits for what. */
export function ChainPanel({ detail, actions, receipt, mayAct }: ChainPanelProps) {
  const { say } = useWords()
  const { waitingNews } = detail.notice
  if (detail.followUps.length === 0 && waitingNews.length === 0) return null
  return (
    <Panel title={say('noticeChain.title')}>
      <ol className={styles.chain}>
        {chainOf(detail).map((link) => (
          <Link key={link.notice.id} link={link} detail={detail} actions={actions} receipt={receipt} mayAct={mayAct} />
        ))}
        {waitingNews.map((news) => (
          <WaitingNews key={`${news.kind} ${news.at}`} news={news} />
        ))}
      </ol>
    </Panel>
  )
}

/** What was entered and is told only once the answer to something on its way is here. */
function WaitingNews({ news }: { readonly news: Notice['waitingNews'][number] }) {
  const words = useWords()
  const { say } = words
  const { businessDate } = useStatus()
  const zone = useZone()
  const [what, at] = [say(`noticeChain.news.${news.kind}`), happenedAt(news.at, businessDate, zone, words)]
  return (
    <li className={join(joined.entry, tones.deferred)}>
      <span className={joined.node}>
        <Icon name="clock" />
      </span>
      <div className="grow">
        <p className={styles.head}>
          <b>{say('noticeChain.remembered')}</b>
        </p>
        <p className={styles.facts}>{say('noticeChain.rememberedBy', { what, name: news.by, at })}</p>
      </div>
    </li>
  )
}

function Link({ link, detail, ...shared }: ChainPanelProps & { readonly link: ChainLink }) {
  const words = useWords()
  const { say } = words
  const { businessDate, property, connection } = useStatus()
  const zone = useZone()
  const { notice, waitsFor } = link
  const [file] = link.receipts
  const about = aboutInWords(notice, detail.departedOn, words)
  const moment = momentInWords(notice, { today: businessDate, zone, reading: property?.alarmReading ?? 'strict' }, words)
  const look = lookOf(notice.state)
  const waitsForLine = waitsFor === null && notice.state === 'ready' && connection.state === 'unreachable'
  return (
    <li className={join(joined.entry, tones[look.tone])} data-kind={notice.kind}>
      <span className={joined.node}>
        <Icon name={look.icon} />
      </span>
      <div className="grow">
        <p className={styles.head}>
          <b>{say(`noticeChain.kinds.${notice.kind}`)}</b>
          {about !== null && <span className="sub">{about}</span>}
          <span className={styles.state}>
            <StateTag notice={notice} />
          </span>
        </p>
        <p className={styles.facts}>
          {moment !== null && <span>{moment}</span>}
          {notice.reference !== null && (
            <span>
              {say('noticeChain.number')} <span className="mono">{notice.reference}</span>
            </span>
          )}
          {waitsFor !== null && (
            <span className={styles.waits}>
              <Icon name="clock" />
              {say(`noticeChain.waitsFor.${waitsFor.kind}`)}
            </span>
          )}
          {waitsForLine && (
            <span className={styles.waits}>
              <Icon name="lineCut" />
              {say('noticeChain.waitsOffline')}
            </span>
          )}
          {file !== undefined && (
            <Button
              isSmall
              look="bare"
              icon="document"
              disabled={shared.receipt.isBusy}
              onClick={() => shared.receipt.open(file.id)}
            >
              {say('noticeChain.receipt')}
            </Button>
          )}
          {notice.state === 'rejected' && notice.refusal !== null && (
            <span>{say('guest.notice.refusal', { message: notice.refusal.message })}</span>
          )}
          {notice.reason !== null && notice.kind !== 'arrival' && (
            <span>{say('guest.notice.reason', { reason: reasonInWords(notice.reason, words) })}</span>
          )}
        </p>
        <LinkActs link={link} detail={detail} actions={shared.actions} mayAct={shared.mayAct} />
      </div>
    </li>
  )
}

/** What can be done with one notice of the chain. The arrival's own next step stands in the title of the screen. */
function LinkActs({ link, detail, actions, mayAct }: Omit<ChainPanelProps, 'receipt'> & { readonly link: ChainLink }) {
  const { say } = useWords()
  const [chosen, setOpened] = useState<'proof' | 'drop' | null | undefined>(undefined)
  const { notice, waitsFor } = link
  const kept = useKeptNames(notice.id)
  const half = kept.includes(DROP_FORM) ? 'drop' : kept.includes(PROOF_FORM) ? 'proof' : null
  const opened = chosen === undefined ? half : chosen
  const isFollowUp = notice.kind !== 'arrival'
  const canAct = mayAct && isFollowUp
  const step = canAct && waitsFor === null ? stepOf(notice, actions) : null
  const canProve = canAct && waitsFor === null && takesProof(notice)
  const canDrop = canAct && canBeDropped(notice)
  if (step === null && !canProve && !canDrop) return null
  if (opened === 'proof' && canProve)
    return (
      <div className={styles.form}>
        <ProofForm noticeId={notice.id} onAccepted={() => setOpened(null)} />
      </div>
    )
  if (opened === 'drop' && canDrop) {
    const takesFocus = chosen !== undefined
    return <DropForm notice={notice} detail={detail} takesFocus={takesFocus} onLeave={() => setOpened(null)} />
  }
  return (
    <p className={styles.acts}>
      {step !== null &&
        ('go' in step.step ? (
          <ButtonLink isSmall href={`#${step.step.go}`}>
            {say(`today.actions.${step.word}`)}
          </ButtonLink>
        ) : (
          <Button isSmall disabled={actions.isBusy} onClick={() => actions.act(notice)}>
            {say(`today.actions.${step.word}`)}
          </Button>
        ))}
      {canProve && (
        <Button isSmall icon="document" onClick={() => setOpened('proof')}>
          {say('noticeChain.proof')}
        </Button>
      )}
      {canDrop && (
        <Button isSmall look="bare" onClick={() => setOpened('drop')}>
          {say('noticeChain.drop')}
        </Button>
      )}
    </p>
  )
}

/** The next step where it leads anywhere but to this very screen, and is not decided on it. */
function stepOf(notice: Notice, actions: NoticeActions): PrimaryAction | null {
  const action = actions.actionOf(notice)
  const isHere = notice.state === 'duplicate' || ('go' in action.step && action.step.go.startsWith('/guest/'))
  return isHere ? null : action
}
