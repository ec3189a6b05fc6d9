import { CATALOGUES } from '#shared/i18n/index.ts'
import { Tag } from '../../components/tag.tsx'
import { useWords } from '../../i18n/use-words.ts'

interface ConfidenceTagProps {
  readonly confidence: string
  /** Typed in by the property itself: then nobody else's confidence counts. */
  readonly isOwn?: boolean
}

/** How sure a figure of the law's data is, as icon and word. A word of its own for every level; an unknown one is shown as it is. */
export function ConfidenceTag({ confidence, isOwn = false }: ConfidenceTagProps) {
  const { say, language } = useWords()
  const levels: Readonly<Record<string, string>> = CATALOGUES[language].rules.confidence
  if (isOwn)
    return (
      <Tag icon="pen" wraps>
        {say('rules.fine.own')}
      </Tag>
    )
  const isSure = confidence === 'high' || confidence === 'medium-high'
  const isWeak = confidence === 'low' || confidence === 'low-medium'
  return (
    <Tag icon={isSure ? 'ok' : 'ask'} tone={isSure ? 'accepted' : isWeak ? 'incomplete' : 'quiet'} wraps>
      {levels[confidence] ?? confidence}
    </Tag>
  )
}
