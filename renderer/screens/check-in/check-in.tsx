import { useEffect, useState } from 'react'
import { ScreenFrame } from '../../app/screen-frame.tsx'
import { useDesk } from '../../client/desk-context.tsx'
import { useStatus } from '../../client/use-status.ts'
import { useWords } from '../../i18n/use-words.ts'
import { CheckInForm } from './check-in-form.tsx'
import { type DraftKeeper, draftKeeperOf } from './draft-keeper.ts'

/** The check-in: document, stay, confirm, on one page. Opens with what this workplace left unfinished. */
export function CheckIn() {
  const { client } = useDesk()
  const { say } = useWords()
  const { property } = useStatus()
  const propertyId = property?.id ?? ''
  const [keeper, setKeeper] = useState<DraftKeeper>()
  useEffect(() => {
    let isGone = false
    void draftKeeperOf(propertyId, client).then((opened) => {
      if (!isGone) setKeeper(opened)
    })
    return () => {
      isGone = true
      setKeeper(undefined)
    }
  }, [propertyId, client])
  if (keeper === undefined) return <ScreenFrame title={say('checkIn.title')}>{null}</ScreenFrame>
  return <CheckInForm keeper={keeper} />
}
