import { ScreenFrame } from '../../app/screen-frame.tsx'
import { useWords } from '../../i18n/use-words.ts'

export function Today() {
  const { say } = useWords()
  return <ScreenFrame title={say('today.title')}>{null}</ScreenFrame>
}
