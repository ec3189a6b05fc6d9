import type { Board } from '#shared/contract/schemas.ts'
import { weekdayDay } from '#shared/i18n/dates.ts'
import { ButtonLink } from '../../components/button.tsx'
import { Icon, type IconName } from '../../components/icon.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { IN_HOUSE_PATH } from '../in-house/in-house-place.ts'
import styles from './all-clear.module.css'
import { LostPassports } from './lost-passports.tsx'
import { Shanyrak } from './shanyrak.tsx'

interface AllClearProps {
  readonly board: Board
}

/** Nothing urgent: a picture, what was done, what is next. */
export function AllClear({ board }: AllClearProps) {
  const { say, language } = useWords()
  const next = board.lanes.later[0]?.actBy
  const onThatDay = board.lanes.later.filter((notice) => notice.actBy === next).length
  return (
    <section className={styles.clear} aria-labelledby="all-clear">
      <Shanyrak />
      <div>
        <h2 id="all-clear">{say('today.clear.title')}</h2>
        <ul>
          <Line icon="ok">
            {board.acceptedToday === 0
              ? say('today.clear.nothingYet')
              : board.acceptedTodayWithoutReceipt === 0
                ? say('today.clear.acceptedWithReceipts', { count: board.acceptedToday })
                : say('today.clear.accepted', {
                    accepted: board.acceptedToday,
                    missing: board.acceptedTodayWithoutReceipt,
                  })}
          </Line>
          <Line icon="ok">{say('today.clear.citizenshipKnown')}</Line>
          <Line icon="clock">
            {next === undefined || next === null
              ? say('today.clear.noneAhead')
              : say('today.clear.nextDue', { count: onThatDay, day: weekdayDay(next, language) })}
          </Line>
        </ul>
        <div className={styles.lost}>
          <LostPassports />
        </div>
        <div className={styles.acts}>
          <ButtonLink href="#/queue" icon="queue" shortcut="G Q">
            {say('shell.queue')}
          </ButtonLink>
          <ButtonLink href="#/guests" look="bare">
            {say('shell.guests')}
          </ButtonLink>
          {next === undefined && (
            <ButtonLink href={`#${IN_HOUSE_PATH}`} look="bare" icon="guests">
              {say('inHouse.open')}
            </ButtonLink>
          )}
        </div>
      </div>
    </section>
  )
}

function Line({ icon, children }: { readonly icon: IconName; readonly children: string }) {
  return (
    <li className={icon === 'ok' ? styles.done : undefined}>
      <Icon name={icon} />
      <span>{children}</span>
    </li>
  )
}
