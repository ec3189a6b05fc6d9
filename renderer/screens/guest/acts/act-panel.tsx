import { type FormEvent, useState } from 'react'
import type { WayToTell } from '#shared/domain/news.ts'
import { issuesOf } from '../../../client/desk-failure.ts'
import { useStatus } from '../../../client/use-status.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorPanel } from '../../../components/error-panel.tsx'
import type { IconName } from '../../../components/icon.tsx'
import { Panel } from '../../../components/panel.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import type { GuestDetail } from '../guest-form.ts'
import { keyOf, NO_TEXTS, useActDrafts } from './act-drafts.ts'
import { ActFields } from './act-fields.tsx'
import styles from './act-panel.module.css'
import { ForeseenPanel } from './foreseen-panel.tsx'
import { type ReadAct, readAct } from './read-act.ts'
import { type FormAct, isOnWay } from './stay-acts.ts'
import { useAct } from './use-act.ts'
import { useForeseen } from './use-foreseen.ts'

interface ActPanelProps {
  readonly detail: GuestDetail
  readonly act: FormAct
  readonly onClose: () => void
  readonly onDone: (read: ReadAct, tells: WayToTell) => void
}

export const ACT_ICONS: Readonly<Record<FormAct, IconName>> = {
  extend: 'calendar',
  depart: 'depart',
  move: 'bed',
  cancel: 'close',
}

/** One act in place: what it needs, what it leaves behind, and doing it. What is typed stays when the panel is closed. */
export function ActPanel({ detail, act, onClose, onDone }: ActPanelProps) {
  const { say } = useWords()
  const { businessDate } = useStatus()
  const { notice } = detail
  const texts = useActDrafts((drafts) => drafts.texts[keyOf(notice.id, act)] ?? NO_TEXTS)
  const forget = useActDrafts((drafts) => drafts.forget)
  const [wasTried, setWasTried] = useState(false)
  const read = readAct(act, texts, detail, businessDate)
  const doing = useAct(notice, (done, tells) => {
    forget(notice.id, act)
    onDone(done, tells)
  })
  const foreseen = useForeseen(notice.id, doing.isBusy ? null : read.asked)
  const wording = act === 'cancel' && notice.state === 'accepted' ? 'withdraw' : act
  const title = say(`guestActs.titles.${wording}`)

  function submit(event: FormEvent): void {
    event.preventDefault()
    setWasTried(true)
    if (read.problem === null && !doing.isBusy) doing.run(act, read)
  }

  const issue = issuesOf(doing.error)[0]
  return (
    <Panel title={title} icon={ACT_ICONS[act]} tone={act === 'cancel' ? 'rejected' : 'ready'} className={styles.panel}>
      <form className={styles.form} onSubmit={submit} aria-label={title}>
        <div className={styles.ask}>
          {act === 'cancel' && <p className={styles.about}>{say(`guestActs.about.${aboutOf(detail)}`)}</p>}
          <ActFields detail={detail} act={act} texts={texts} read={read} refused={issue?.code} showsProblem={wasTried} />
          {doing.error !== null && issue === undefined && (
            <div className={styles.failure}>
              <ErrorPanel error={doing.error} />
            </div>
          )}
          <div className={styles.acts}>
            <Button type="submit" look="main" icon="check" shortcut="Enter" disabled={doing.isBusy}>
              {say(`guestActs.confirm.${wording}`)}
            </Button>
            <Button look="bare" shortcut="Esc" onClick={onClose}>
              {say('common.cancel')}
            </Button>
          </div>
        </div>
        {act !== 'move' && (
          <div className={styles.outcome}>
            <ForeseenPanel
              detail={detail}
              state={foreseen}
              departure={act === 'cancel' ? undefined : (read.day ?? detail.stay.departureDate)}
            />
          </div>
        )}
      </form>
    </Panel>
  )
}

/** What a cancellation does, by how far the arrival got. */
function aboutOf(detail: GuestDetail): 'cancelUnsent' | 'cancelSent' | 'cancelOnWay' {
  if (isOnWay(detail)) return 'cancelOnWay'
  return detail.notice.state === 'accepted' ? 'cancelSent' : 'cancelUnsent'
}
