import { expect, test } from 'vitest'
import { basisKind } from '#renderer/components/clock-mark.tsx'

test('no calendar at all says more than a forecast; an official calendar says nothing', () => {
  expect([
    basisKind({ isForecast: false, hasNoCalendar: false }),
    basisKind({ isForecast: true, hasNoCalendar: false }),
    basisKind({ isForecast: false, hasNoCalendar: true }),
    basisKind({ isForecast: true, hasNoCalendar: true }),
  ]).toEqual([null, 'forecast', 'noCalendar', 'noCalendar'])
})
