import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { DocumentPhotoView } from '#shared/contract/document-contract.ts'
import { dayMonth, localDay, localTime } from '#shared/i18n/dates.ts'
import { useDesk } from '../../client/desk-context.tsx'
import { useZone } from '../../client/use-status.ts'
import { Button } from '../../components/button.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { Panel } from '../../components/panel.tsx'
import { UnreadPanel } from '../../components/unread-panel.tsx'
import { useWords } from '../../i18n/use-words.ts'
import styles from './photo-panel.module.css'

/** Pictures kept of the guest's document. Nothing where the property keeps none; shown only when asked for, and each look is written down. */
export function PhotoPanel({ noticeId }: { readonly noticeId: string }) {
  const { say } = useWords()
  const { api } = useDesk()
  const { data: photos, error, refetch } = useQuery(api.document.photos.queryOptions({ input: { noticeId } }))
  if (photos === undefined && error !== null)
    return <UnreadPanel title={say('document.kept.title')} icon="photo" error={error} onRetry={() => void refetch()} />
  if (photos === undefined || photos.length === 0) return null
  return (
    <Panel title={say('document.kept.title')} icon="photo" isDense>
      <ul className={styles.list}>
        {photos.map((photo) => (
          <Photo key={photo.id} photo={photo} />
        ))}
      </ul>
    </Panel>
  )
}

function Photo({ photo: { id, storedAt, storedBy } }: { readonly photo: DocumentPhotoView }) {
  const { say, language } = useWords()
  const zone = useZone()
  const { client, api } = useDesk()
  const queries = useQueryClient()
  const [url, setUrl] = useState<string | null>(null)
  const looking = useMutation({
    mutationFn: async () => {
      const { content } = await client.document.photo({ photoId: id })
      return new Blob([await content.arrayBuffer()], { type: content.type })
    },
    onSuccess(picture) {
      setUrl(URL.createObjectURL(picture))
      // The look is an entry of the guest's timeline.
      return queries.invalidateQueries({ queryKey: api.guest.get.key() })
    },
  })
  useEffect(
    () => () => {
      if (url !== null) URL.revokeObjectURL(url)
    },
    [url],
  )
  const at = `${dayMonth(localDay(storedAt, zone), language)}, ${localTime(storedAt, zone)}`
  return (
    <li className={styles.photo}>
      <div className={styles.row}>
        <p className="note sub grow">
          {say('document.kept.stored', { at, by: storedBy })}. {say('document.kept.journal')}
        </p>
        {url === null ? (
          <Button isSmall disabled={looking.isPending} onClick={() => looking.mutate()}>
            {say('document.kept.look')}
          </Button>
        ) : (
          <Button isSmall look="bare" onClick={() => setUrl(null)}>
            {say('document.kept.hide')}
          </Button>
        )}
      </div>
      {url !== null && <img className={styles.picture} src={url} alt={say('document.kept.alt')} />}
      {looking.error !== null && <ErrorPanel error={looking.error} />}
    </li>
  )
}
