import type { Notice } from '#shared/contract/schemas.ts'
import { isFiledByHand } from '#shared/domain/channel.ts'
import { MAX_ON_LIST } from '#shared/domain/paper-list.ts'
import { Button } from '../../../components/button.tsx'
import { IsoChip } from '../../../components/iso-chip.tsx'
import { Panel } from '../../../components/panel.tsx'
import { Tag } from '../../../components/tag.tsx'
import { lastMoment } from '../../../i18n/moments.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { KindMark } from '../kind-mark.tsx'
import { useStanding } from '../use-standing.ts'
import { urgentOf } from './candidates.ts'
import styles from './choose-guests.module.css'

interface ChooseGuestsProps {
  readonly candidates: readonly Notice[]
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (chosen: ReadonlySet<string>) => void
  readonly onMake: (notices: readonly Notice[]) => void
  readonly isBusy: boolean
}

/** Who can go on a covering list, most urgent first; a box each, and the list made of the ticked ones. */
export function ChooseGuests({ candidates, chosen, onChoose, onMake, isBusy }: ChooseGuestsProps) {
  const { say } = useWords()
  const picked = candidates.filter(({ id }) => chosen.has(id))
  const urgent = urgentOf(candidates)
  const isTooMany = picked.length > MAX_ON_LIST
  const choose = (notices: readonly Notice[]) => onChoose(new Set(notices.map(({ id }) => id)))
  return (
    <Panel
      title={say('paper.choose.title')}
      icon="document"
      className={styles.panel}
      aside={
        <span className={styles.count} data-paper="chosen">
          {say('paper.choose.chosen', { count: picked.length })}
        </span>
      }
    >
      {candidates.length === 0 ? (
        <p className={styles.empty}>{say('paper.choose.empty')}</p>
      ) : (
        <>
          <ul className={styles.list}>
            {candidates.map((notice) => (
              <Candidate
                key={notice.id}
                notice={notice}
                isChosen={chosen.has(notice.id)}
                onChange={(isChosen) => choose(candidates.filter(({ id }) => (id === notice.id ? isChosen : chosen.has(id))))}
              />
            ))}
          </ul>
          <div className={styles.acts}>
            {urgent.length > 0 && (
              <Button isSmall shortcut="A" onClick={() => choose(urgent)}>
                {say('paper.choose.urgent')}
              </Button>
            )}
            <Button isSmall look="bare" onClick={() => choose(picked.length === candidates.length ? [] : candidates)}>
              {say(picked.length === candidates.length ? 'paper.choose.none' : 'paper.choose.all')}
            </Button>
            <span className="grow" />
            {isTooMany && (
              <Tag icon="alert" tone="rejected" wraps>
                {say('paper.choose.tooMany', { max: MAX_ON_LIST })}
              </Tag>
            )}
            <Button
              look="main"
              icon="print"
              shortcut="L"
              disabled={picked.length === 0 || isTooMany || isBusy}
              onClick={() => onMake(picked)}
            >
              {say('paper.choose.make')}
            </Button>
          </div>
        </>
      )}
    </Panel>
  )
}

interface CandidateProps {
  readonly notice: Notice
  readonly isChosen: boolean
  readonly onChange: (isChosen: boolean) => void
}

function Candidate({ notice, isChosen, onChange }: CandidateProps) {
  const words = useWords()
  const { say } = words
  const standing = useStanding()
  const moment = lastMoment(notice, standing.today, words, standing.reading)
  const goesByItself = notice.state === 'ready' && !isFiledByHand(standing.channel)
  return (
    <li>
      <label className={styles.row} data-paper="candidate">
        <input type="checkbox" checked={isChosen} onChange={(event) => onChange(event.currentTarget.checked)} />
        <IsoChip code={notice.citizenship} />
        <span className={styles.name}>{notice.displayName}</span>
        <KindMark notice={notice} />
        <span className={styles.room}>{notice.room}</span>
        {goesByItself && <span className={styles.note}>{say('paper.choose.goesByItself')}</span>}
        <Tag icon={moment.tone === 'overdue' ? 'alert' : 'clock'} tone={moment.tone ?? 'quiet'}>
          {moment.text}
        </Tag>
      </label>
    </li>
  )
}
