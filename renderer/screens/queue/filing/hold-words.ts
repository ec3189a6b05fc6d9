import { atTime, localTime } from '#shared/i18n/dates.ts'
import type { Words } from '../../../i18n/use-words.ts'
import type { Holder } from './use-filing.ts'

/** What ended a lease and who has the guest now, in sentences. */
export function lossInWords(holder: Holder, zone: string, { say, language }: Words): readonly string[] {
  const { ended, lease } = holder
  const happened =
    ended === null
      ? []
      : [
          say(`filing.lease.ended.${ended.how}`, {
            at: atTime(localTime(ended.at, zone), language),
            by: ended.by,
            reason: ended.reason ?? '',
          }),
        ]
  const now = lease === null ? [] : [say('filing.lease.nowWith', { name: lease.by })]
  const todo = ended?.how === 'accepted' ? say('filing.lease.keptAccepted') : say('filing.lease.kept')
  return [...happened, ...now, todo]
}
