import { NOTIFICATION_STATES } from '#shared/domain/notification.ts'
import { DUTY_CERTAINTIES } from '#shared/regulation/duties/duty.ts'
import { BrandMark } from '../components/brand-mark.tsx'
import { ClockBar } from '../components/clock-bar.tsx'
import { ClockCertainty } from '../components/clock-certainty.tsx'
import { ClockMark } from '../components/clock-mark.tsx'
import { ICON_NAMES, Icon } from '../components/icon.tsx'
import { IsoChip } from '../components/iso-chip.tsx'
import { Kbd } from '../components/kbd.tsx'
import { StateTag } from '../components/state-tag.tsx'
import { Tag } from '../components/tag.tsx'
import { lookOf, TONES } from '../components/tone.ts'
import type { Exhibit } from './exhibit.ts'
import styles from './gallery.module.css'
import { LATER, sampleNotice } from './samples.ts'

const LEASE = { by: 'Дана', until: LATER }

/** Small signs that stand beside something: icons, tags, chips, caps, marks. */
export const SIGN_EXHIBITS: readonly Exhibit[] = [
  {
    file: 'brand-mark.tsx',
    states: [16, 28, 56].map((size) => ({ name: `${size} px`, element: <BrandMark size={size} /> })),
  },
  {
    file: 'icon.tsx',
    states: [
      ...ICON_NAMES.map((name) => ({ name, element: <Icon name={name} /> })),
      { name: 'isLarge', element: <Icon name="board" isLarge /> },
      { name: 'isTurning', element: <Icon name="turn" isTurning /> },
    ],
  },
  {
    file: 'iso-chip.tsx',
    states: ['KAZ', 'RUS', 'D', 'XXA', null].map((code) => ({ name: String(code), element: <IsoChip code={code} /> })),
  },
  {
    file: 'kbd.tsx',
    states: ['N', 'Ctrl', 'Enter', '↑', 'Esc'].map((cap) => ({ name: cap, element: <Kbd>{cap}</Kbd> })),
  },
  {
    file: 'state-tag.tsx',
    states: [
      ...NOTIFICATION_STATES.flatMap((state) => {
        const lease = state === 'leased' ? { ...LEASE, isMine: false } : null
        const notice = sampleNotice({ state, lease })
        return [
          { name: state, element: <StateTag notice={notice} /> },
          { name: `${state} isPill`, element: <StateTag notice={notice} isPill /> },
        ]
      }),
      { name: 'ready, next try', element: <StateTag notice={sampleNotice({ nextAttemptAt: LATER })} /> },
      {
        name: 'leased, mine',
        element: <StateTag notice={sampleNotice({ state: 'leased', lease: { ...LEASE, isMine: true } })} />,
      },
    ],
  },
  {
    file: 'tag.tsx',
    states: [
      ...TONES.flatMap((tone) => [
        {
          name: tone,
          element: (
            <Tag icon={iconOf(tone)} tone={tone}>
              {tone}
            </Tag>
          ),
        },
        {
          name: `${tone} isPill`,
          element: (
            <Tag icon={iconOf(tone)} tone={tone} isPill>
              {tone}
            </Tag>
          ),
        },
      ]),
      { name: 'no tone', element: <Tag icon="clock">tone</Tag> },
      {
        name: 'isTurning',
        element: (
          <Tag icon="turn" tone="sending" isTurning>
            sending
          </Tag>
        ),
      },
    ],
  },
  {
    file: 'clock-mark.tsx',
    states: (['forecast', 'noCalendar'] as const).flatMap((kind) => {
      const basis = { isForecast: kind === 'forecast', hasNoCalendar: kind === 'noCalendar' }
      return [
        { name: kind, element: <ClockMark basis={basis} /> },
        { name: `${kind} isLong`, element: <ClockMark basis={basis} isLong /> },
      ]
    }),
  },
  {
    file: 'clock-certainty.tsx',
    states: DUTY_CERTAINTIES.map((certainty) => ({ name: certainty, element: <ClockCertainty certainty={certainty} /> })),
  },
  {
    file: 'clock-bar.tsx',
    states: [
      { name: '0 of 30', element: bar(<ClockBar used={0} allowed={30} />) },
      { name: '12 of 30, notch 25', element: bar(<ClockBar used={12} allowed={30} notch={25} />) },
      { name: '27 of 30, today', element: bar(<ClockBar used={27} allowed={30} notch={25} tone="today" />) },
      { name: '40 of 30, overdue', element: bar(<ClockBar used={40} allowed={30} notch={25} tone="overdue" />) },
    ],
  },
]

function bar(element: React.ReactNode) {
  return <div className={styles.field}>{element}</div>
}

/** The icon that stands with this tone in some state; the clock where none does. */
function iconOf(tone: (typeof TONES)[number]) {
  const state = NOTIFICATION_STATES.find((known) => lookOf(known).tone === tone)
  return state === undefined ? 'clock' : lookOf(state).icon
}
