import { ScreenFrame } from '../../app/screen-frame.tsx'
import { useWords } from '../../i18n/use-words.ts'

/** The duty, the clocks and the visa-free list in plain words, and a calculator to try them. */
export function Rules() {
  const { say } = useWords()
  return <ScreenFrame title={say('rules.title')}>{null}</ScreenFrame>
}
