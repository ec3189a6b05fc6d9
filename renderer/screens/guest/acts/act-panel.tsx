import { type FormEvent, useState } from 'react'
import type { WayToTell } from '#shared/domain/news.ts'
import { issuesOf } from '../../../client/desk-failure.ts'
import { useStatus } from '../../../client/use-status.ts'
import { Button } from '../../../components/button.tsx'
import type { IconName } from '../../../components/icon.tsx'
import { Panel } from '../../../components/panel.tsx'
import { KeptLine } from '../../../drafts/kept-line.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import type { GuestDetail } from '../guest-form.ts'
import { FormTrouble } from '../meanwhile/form-trouble.tsx'
import { ActFields } from './act-fields.tsx'
import styles from './act-panel.module.css'
import { ForeseenPanel } from './foreseen-panel.tsx'
import { type ReadAct, readAct } from './read-act.ts'
import { type FormAct, isOnWay } from './stay-acts.ts'
import { useAct } from './use-act.ts'
import { useActForm } from './use-act-form.ts'
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
  const form = useActForm(detail, act)
  const [wasTried, setWasTried] = useState(false)
  const read = readAct(act, form.texts, detail, businessDate)
  const doing = useAct(detail, (done, tells) => {
    form.kept.drop()
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
          <ActFields detail={detail} act={act} form={form} read={read} refused={issue?.code} showsProblem={wasTried} />
          <div className={styles.failure}>
            <FormTrouble
              detail={detail}
              form={form.kept}
              error={issue === undefined ? doing.error : null}
              isBusy={doing.isBusy}
            />
          </div>
          <div className={styles.acts}>
            <Button type="submit" look="main" icon="check" shortcut="Enter" disabled={doing.isBusy}>
              {say(`guestActs.confirm.${wording}`)}
            </Button>
            <Button look="bare" shortcut="Esc" onClick={onClose}>
              {say('common.cancel')}
            </Button>
            <KeptLine form={form.kept} />
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
