import type { DutyCertainty } from '#shared/regulation/duties/duty.ts'
import { useWords } from '../i18n/use-words.ts'
import type { IconName } from './icon.tsx'
import { Tag } from './tag.tsx'

const ICONS: Readonly<Record<DutyCertainty, IconName>> = { sure: 'ok', open: 'ask', advisory: 'book' }

/** How sure the law, or what is known of it, is about a clock: icon and word. */
export function ClockCertainty({ certainty }: { readonly certainty: DutyCertainty }) {
  const { say } = useWords()
  return (
    <Tag icon={ICONS[certainty]} tone="quiet">
      {say(`duties.certainties.${certainty}.name`)}
    </Tag>
  )
}
