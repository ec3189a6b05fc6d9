import { useEffect, useRef } from 'react'
import { dayMonthShort } from '#shared/i18n/dates.ts'
import { Icon } from '../../components/icon.tsx'
import { IsoChip } from '../../components/iso-chip.tsx'
import { join } from '../../components/join.ts'
import { Kbd } from '../../components/kbd.tsx'
import { StateTag } from '../../components/state-tag.tsx'
import { arrivalDay } from '../../i18n/moments.ts'
import { useWords } from '../../i18n/use-words.ts'
import styles from './palette.module.css'
import { canChoose, type PaletteGroup, type PaletteOption } from './palette-options.ts'

interface PaletteListProps {
  readonly id: string
  readonly groups: readonly PaletteGroup[]
  readonly activeId: string | null
  readonly domIdOf: (option: PaletteOption) => string
  /** The mouse is over it. */
  readonly onPoint: (option: PaletteOption) => void
  readonly onChoose: (option: PaletteOption) => void
}

/** The groups with their lines. The cursor stays in the box above; here only the light moves. */
export function PaletteList({ id, groups, activeId, domIdOf, onPoint, onChoose }: PaletteListProps) {
  const { say } = useWords()
  const list = useRef<HTMLDivElement>(null)
  const isFirst = groups[0]?.options[0]?.id === activeId
  useEffect(() => {
    if (isFirst) list.current?.scrollTo(0, 0)
    else if (activeId !== null) list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [activeId, isFirst])
  return (
    <div ref={list} id={id} className={styles.list} role="listbox" aria-label={say('palette.title')}>
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a listbox takes options and groups of them, no fieldset
        <div key={group.name} role="group" aria-labelledby={`${id}-${group.name}`}>
          <div id={`${id}-${group.name}`} className={styles.head} role="presentation">
            {say(`palette.groups.${group.name}`)}
          </div>
          {group.options.map((option) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard is in the box, which names this line as the active one
            // biome-ignore lint/a11y/useFocusableInteractive: as above
            <div
              key={option.id}
              id={domIdOf(option)}
              role="option"
              className={styles.option}
              aria-selected={option.id === activeId}
              aria-disabled={canChoose(option) ? undefined : true}
              // Not on entering: a list that scrolls under a resting mouse would move the light by itself.
              onMouseMove={() => option.id !== activeId && onPoint(option)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(option)}
            >
              <OptionFace option={option} />
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}

function OptionFace({ option }: { readonly option: PaletteOption }) {
  const { say, language } = useWords()
  switch (option.kind) {
    case 'command':
      return (
        <>
          <span className={join(styles.title, 'cut')}>{option.command.title}</span>
          {option.command.whyNot !== null && (
            <span className={styles.why}>
              <Icon name="lock" />
              {option.command.whyNot}
            </span>
          )}
          <span className={styles.caps} aria-hidden="true">
            {option.command.caps.map((cap) => (
              <Kbd key={cap}>{cap}</Kbd>
            ))}
          </span>
        </>
      )
    case 'guest': {
      const { notice } = option
      const days = [dayMonthShort(arrivalDay(notice), language)]
      if (notice.departureDate !== null) days.push(dayMonthShort(notice.departureDate, language))
      return (
        <>
          <IsoChip code={notice.citizenship} />
          <b className={join(styles.title, 'cut')}>{notice.displayName}</b>
          <span className={styles.stay}>
            {notice.room !== null && <span>{say('common.roomNumber', { room: notice.room })}</span>}
            <span>{days.join(' – ')}</span>
          </span>
          <span className={styles.state}>
            <StateTag notice={notice} />
          </span>
        </>
      )
    }
    case 'allGuests':
      return (
        <>
          <Icon name="guests" />
          <span className={styles.title}>{say('palette.all', { count: option.total })}</span>
        </>
      )
  }
}
