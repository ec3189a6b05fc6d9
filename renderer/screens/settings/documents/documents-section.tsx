import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PhotoKeeping } from '#shared/contract/document-contract.ts'
import { useDesk } from '../../../client/desk-context.tsx'
import { Button } from '../../../components/button.tsx'
import { ErrorPanel } from '../../../components/error-panel.tsx'
import { Panel } from '../../../components/panel.tsx'
import { Tag } from '../../../components/tag.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import styles from './documents-section.module.css'

/** Whether pictures of documents are kept. Off until somebody decides; switching off deletes what there is, and asks before. */
export function DocumentsSection({ canChange }: { readonly canChange: boolean }) {
  const { say } = useWords()
  const { api } = useDesk()
  const { data: keeping, error, refetch } = useQuery(api.document.keeping.queryOptions())
  if (error !== null)
    return (
      <ErrorPanel error={error}>
        <Button isSmall onClick={() => void refetch()}>
          {say('common.retry')}
        </Button>
      </ErrorPanel>
    )
  if (keeping === undefined) return null
  return (
    <Panel title={say('document.keeping.title')} icon="photo" className={styles.panel}>
      <div className={styles.body}>
        <p>{say('document.keeping.what')}</p>
        <p className="sub">{say('document.keeping.basis')}</p>
      </div>
      <Switch keeping={keeping} canChange={canChange} />
    </Panel>
  )
}

function Switch({ keeping: { isOn, photos }, canChange }: { readonly keeping: PhotoKeeping; readonly canChange: boolean }) {
  const { say } = useWords()
  const { api } = useDesk()
  const queries = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const saving = useMutation(
    api.document.setKeeping.mutationOptions({
      onSuccess(now) {
        queries.setQueryData(api.document.keeping.queryKey(), now)
        setAsking(false)
      },
    }),
  )
  return (
    <div className={styles.state}>
      <div className={styles.row}>
        <Tag icon={isOn ? 'photo' : 'lock'} tone={isOn ? 'today' : 'accepted'} wraps>
          {say(isOn ? 'document.keeping.isOn' : 'document.keeping.isOff')}
        </Tag>
        <span className="grow sub">
          {isOn ? say('document.keeping.photos', { count: photos }) : say('document.keeping.offWhat')}
        </span>
        {canChange && !isAsking && (
          <Button
            isSmall
            disabled={saving.isPending}
            onClick={() => (isOn && photos > 0 ? setAsking(true) : saving.mutate({ isOn: !isOn }))}
          >
            {say(isOn ? 'document.keeping.switchOff' : 'document.keeping.switchOn')}
          </Button>
        )}
      </div>
      {isAsking && (
        <fieldset className={styles.question}>
          <legend>{say('document.keeping.question')}</legend>
          <p>{say('document.keeping.questionWhat', { count: photos })}</p>
          <div className={styles.acts}>
            <Button isSmall icon="close" disabled={saving.isPending} onClick={() => saving.mutate({ isOn: false })}>
              {say('document.keeping.confirm')}
            </Button>
            <Button isSmall look="bare" autoFocus onClick={() => setAsking(false)}>
              {say('document.keeping.back')}
            </Button>
          </div>
        </fieldset>
      )}
      {saving.error !== null && <ErrorPanel error={saving.error} />}
    </div>
  )
}
