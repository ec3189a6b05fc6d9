import { useMemo } from 'react'
import { readList } from '#shared/rooming/read-list.ts'
import { ScreenFrame } from '../../app/screen-frame.tsx'
import { useMayNot } from '../../client/use-may.ts'
import { useStatus } from '../../client/use-status.ts'
import { Awaited } from '../../components/awaited.tsx'
import { Panel } from '../../components/panel.tsx'
import { Tag } from '../../components/tag.tsx'
import { useKeptForm } from '../../drafts/use-kept-form.ts'
import { useWords } from '../../i18n/use-words.ts'
import type { BroughtList } from '../../lists/brought-list.ts'
import { ListIntake } from '../../lists/list-intake.tsx'
import { useListIntake } from '../../lists/use-list-intake.ts'
import styles from './in-house.module.css'
import { type InHouseForm, inHouseFormSchema } from './in-house-form.ts'
import { IN_HOUSE_FORM, IN_HOUSE_SUBJECT } from './in-house-place.ts'
import { InHouseView } from './in-house-view.tsx'

/** Guests who arrived before Qabyl: the list is brought in, looked at, taken over. */
export function InHouse() {
  const { say } = useWords()
  const mayNot = useMayNot('notice.set_aside')
  const today = useStatus().businessDate
  const kept = useKeptForm(IN_HOUSE_SUBJECT, IN_HOUSE_FORM, inHouseFormSchema)
  const intake = useListIntake((list) => kept.keep(emptyForm(list)))
  const list = kept.typed?.list
  const reading = useMemo(() => (list === undefined ? null : readList(list.cells, list.chosen, today)), [list, today])
  if (mayNot === null && kept.typed !== null && reading !== null)
    return <InHouseView kept={kept} form={kept.typed} reading={reading} />
  if (mayNot === null && !kept.isRead)
    return (
      <ScreenFrame title={say('inHouse.title')} summary={say('inHouse.summary')}>
        <Awaited error={kept.state.kind === 'failed' ? kept.state.error : null} onRetry={kept.retry} />
      </ScreenFrame>
    )
  return (
    <ScreenFrame title={say('inHouse.title')} summary={say('inHouse.summary')}>
      <Panel title={say('inHouse.open')} icon="guests">
        {mayNot === null ? (
          <>
            <p className={styles.lead}>{say('inHouse.lead')}</p>
            <ListIntake intake={intake} />
          </>
        ) : (
          <p className={styles.lead}>
            <Tag icon="lock" wraps>
              {say('inHouse.mayNot')}
            </Tag>
          </p>
        )}
      </Panel>
    </ScreenFrame>
  )
}

function emptyForm(list: BroughtList): InHouseForm {
  return {
    id: crypto.randomUUID(),
    list: { ...list, cells: list.cells.map((row) => [...row]), otherSheets: [...list.otherSheets] },
    arrival: '',
    filed: 'nobody',
    filedUntil: '',
    exceptions: [],
    reason: '',
    taken: {},
  }
}
