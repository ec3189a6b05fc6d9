import type { BulkExceptionView } from '#shared/contract/guest-list-schemas.ts'
import { MAX_ON_LIST } from '#shared/domain/paper-list.ts'
import { Tag } from '../../../components/tag.tsx'
import { lookOf } from '../../../components/tone.ts'
import { useWords, type Words } from '../../../i18n/use-words.ts'
import styles from './exceptions-list.module.css'

/** More names than this nobody reads. */
const NAMED = 6

/** Who is left out and why, by reason: names, and how many more. */
export function ExceptionsList({ exceptions }: { readonly exceptions: readonly BulkExceptionView[] }) {
  const words = useWords()
  const groups = Map.groupBy(exceptions, (one) => whyInWords(one, words))
  return (
    <ul className={styles.list} data-guests="exceptions">
      {[...groups].map(([why, group]) => {
        const [first] = group
        const look = first?.why === 'not_now' && first.state !== null ? lookOf(first.state) : null
        const names = group.map(({ displayName }) => displayName).filter((name) => name !== '')
        return (
          <li key={why}>
            <Tag icon={look?.icon ?? 'alert'} tone={look?.tone ?? 'quiet'} wraps>
              <b>{why}</b>
            </Tag>
            <span className={styles.names}>
              {[
                names.slice(0, NAMED).join(', '),
                names.length > NAMED ? words.say('guestList.bulk.andMore', { count: names.length - NAMED }) : '',
              ]
                .filter((part) => part !== '')
                .join(' ')}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

/** What stands in the way is its state, where that says it. */
export function whyInWords({ why, state }: Pick<BulkExceptionView, 'why' | 'state'>, { say }: Pick<Words, 'say'>): string {
  if (why === 'not_now' && state !== null) return say(`states.${state}`)
  if (why === 'list_full') return say('guestList.why.list_full', { max: MAX_ON_LIST })
  return say(`guestList.why.${why}`)
}
