import { Button } from '../components/button.tsx'
import { Tag } from '../components/tag.tsx'
import { useWords } from '../i18n/use-words.ts'
import type { SavedCards } from './use-registration-card.ts'

interface CardButtonProps {
  readonly cards: SavedCards
  /** Guests whose cards they are. */
  readonly count: number
}

/** Prints the cards of whoever was just recorded; says so when it did not work. */
export function CardButton({ cards, count }: CardButtonProps) {
  const { say } = useWords()
  return (
    <>
      <Button isSmall look="bare" icon="print" shortcut="F9" disabled={cards.isPrinting} onClick={cards.print}>
        {say(count === 1 ? 'card.saved' : 'card.savedMany')}
      </Button>
      {cards.hasFailed && (
        <span role="alert">
          <Tag icon="alert" tone="rejected">
            {say('card.notPrinted')}
          </Tag>
        </span>
      )}
    </>
  )
}
