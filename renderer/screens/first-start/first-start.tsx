import { useWords } from '../../i18n/use-words.ts'

export function FirstStart() {
  const { say } = useWords()
  return <h1>{say('setup.title')}</h1>
}
