import { ScreenFrame } from '../../app/screen-frame.tsx'
import { useWords } from '../../i18n/use-words.ts'

/** The working calendar: the year, its changes, and whose deadlines they move. */
export function Calendar() {
  const { say } = useWords()
  return <ScreenFrame title={say('calendarScreen.title')}>{null}</ScreenFrame>
}
