import { useEffect, useMemo, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { localDateTimeOf } from '#shared/regulation/local-time.ts'
import type { ReadList } from '#shared/rooming/read-list.ts'
import { ScreenFrame } from '../../app/screen-frame.tsx'
import { useDeskNow } from '../../client/use-desk-now.ts'
import { useStatus, useZone } from '../../client/use-status.ts'
import type { Command } from '../../commands/command.ts'
import { useCommands } from '../../commands/use-commands.ts'
import { Button } from '../../components/button.tsx'
import { Panel } from '../../components/panel.tsx'
import { KeptLine } from '../../drafts/kept-line.tsx'
import type { UsedForm } from '../../drafts/use-kept-form.ts'
import { useWords } from '../../i18n/use-words.ts'
import { problemCount } from '../../lists/brought-list.ts'
import { ListPreview } from '../../lists/list-preview.tsx'
import styles from './in-house.module.css'
import { type InHouseForm, turned } from './in-house-form.ts'
import { obstacleTo, partiesOf, residentsOf } from './in-house-parties.ts'
import { OutcomePanel } from './outcome-panel.tsx'
import { ResidentTable } from './resident-table.tsx'
import { RulePanel } from './rule-panel.tsx'
import { useTaking } from './use-taking.ts'

const VIEWS = ['guests', 'list'] as const

interface InHouseViewProps {
  readonly kept: UsedForm<InHouseForm>
  readonly form: InHouseForm
  readonly reading: ReadList
}

/** A list that was brought in: everybody on it, what is said of them, and what would follow. */
export function InHouseView({ kept, form, reading }: InHouseViewProps) {
  const { keep: onChange, drop } = kept
  const [, navigate] = useLocation()
  const { say } = useWords()
  const today = useStatus().businessDate
  const time = localDateTimeOf(Date.parse(useDeskNow()), useZone()).slice(11)
  const [view, setView] = useState<(typeof VIEWS)[number]>(() => (problemCount(reading) > 0 ? 'list' : 'guests'))
  const residents = useMemo(() => residentsOf(form, reading, today), [form, reading, today])
  const parties = useMemo(() => partiesOf(form, residents, { today, time }), [form, residents, today, time])
  const taking = useTaking(form, onChange)
  // What was sent under a request id stays as it was sent.
  const isBegun = residents.some(({ noticeId }) => noticeId !== null)
  const isFixed = taking.isBusy || isBegun
  const open = residents.filter(({ noticeId }) => noticeId === null)
  const obstacle = obstacleTo(form, open)
  const canTake = open.length > 0 && obstacle === null && !taking.isBusy
  const take = () => {
    if (canTake) void taking.take(parties)
  }
  useTakeKey(take, open.length > 0)
  const acts =
    open.length === 0 ? (
      <Button
        look="main"
        icon="check"
        data-act="finish"
        onClick={() => {
          drop()
          navigate('/')
        }}
      >
        {say('inHouse.finish')}
      </Button>
    ) : (
      <>
        <span role="status" className={styles.progress}>
          {taking.isBusy && say('inHouse.taking', { done: residents.length - open.length, total: residents.length })}
        </span>
        <KeptLine form={kept} />
        <Button
          look="main"
          icon="check"
          shortcut="Ctrl Enter"
          data-act="take-in"
          aria-disabled={canTake ? undefined : true}
          onClick={take}
        >
          {say(isBegun ? 'inHouse.goOn' : 'inHouse.take', { count: open.length })}
        </Button>
      </>
    )
  return (
    <ScreenFrame title={say('inHouse.title')} summary={say('inHouse.summary')} acts={acts}>
      <div className={styles.columns}>
        <Panel
          title={say('inHouse.title')}
          icon="guests"
          aside={
            <fieldset className={styles.views}>
              <legend className="sr">{say('inHouse.views.label')}</legend>
              {VIEWS.map((each) => (
                <button key={each} type="button" aria-pressed={view === each} data-view={each} onClick={() => setView(each)}>
                  {say(`inHouse.views.${each}`)}
                </button>
              ))}
            </fieldset>
          }
        >
          {view === 'list' ? (
            <ListPreview
              list={form.list}
              reading={reading}
              isFixed={isFixed}
              onChange={(list) => onChange({ ...form, list: { ...form.list, chosen: { ...list.chosen } } })}
            />
          ) : (
            <ResidentTable residents={residents} isFixed={isFixed} onTurn={(line) => onChange(turned(form, line))} />
          )}
        </Panel>
        <div className={styles.side}>
          {!isFixed && <RulePanel form={form} residents={residents} today={today} onChange={onChange} />}
          <OutcomePanel residents={residents} parties={parties} obstacle={obstacle} taking={taking} />
        </div>
      </div>
    </ScreenFrame>
  )
}

function useTakeKey(take: () => void, isEnabled: boolean): void {
  const { say } = useWords()
  const latest = useRef({ take, isEnabled })
  useEffect(() => {
    latest.current = { take, isEnabled }
  })
  useCommands(
    useMemo<readonly Command[]>(
      () => [
        {
          id: 'inHouse.take',
          name: say('inHouse.open'),
          shortcut: { code: 'Enter', ctrl: true },
          inFooter: true,
          isEnabled: () => latest.current.isEnabled,
          run: () => latest.current.take(),
        },
      ],
      [say],
    ),
  )
}
