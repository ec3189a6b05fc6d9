import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDesk } from '../../../client/desk-context.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import type { Convention } from './convention-draft.ts'
import styles from './sheet-preview.module.css'

interface SheetPreviewProps {
  readonly portalId: string
  readonly convention: Convention
}

/** The sheet of a fictional guest, written by the very code that writes everybody's. */
export function SheetPreview({ portalId, convention }: SheetPreviewProps) {
  const { say, language } = useWords()
  const { api } = useDesk()
  const { data } = useQuery({
    ...api.filing.previewConvention.queryOptions({ input: { portal: portalId, convention } }),
    placeholderData: keepPreviousData,
  })
  const shown = data?.fields.filter(({ value, required }) => value !== null || required) ?? []
  return (
    <section className={styles.preview} aria-label={say('filing.convention.preview')}>
      <h3>
        {say('filing.convention.preview')} <span>{say('filing.convention.previewLead')}</span>
      </h3>
      <dl>
        {shown.map(({ key, labelRu, labelEn, value }) => (
          <div key={key} data-field={key}>
            <dt>{language === 'en' ? labelEn : labelRu}</dt>
            <dd>{value ?? <span className="dim">{say('filing.convention.empty')}</span>}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
