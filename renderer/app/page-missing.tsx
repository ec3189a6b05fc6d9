import { ButtonLink } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { useWords } from '../i18n/use-words.ts'
import { ScreenFrame } from './screen-frame.tsx'

export function PageMissing() {
  const { say } = useWords()
  return (
    <ScreenFrame title={say('shell.pageMissing.title')}>
      <EmptyState icon="ask" title={say('shell.pageMissing.title')}>
        <p>{say('shell.pageMissing.text')}</p>
        <p>
          <ButtonLink href="#/" look="main">
            {say('shell.pageMissing.toToday')}
          </ButtonLink>
        </p>
      </EmptyState>
    </ScreenFrame>
  )
}
