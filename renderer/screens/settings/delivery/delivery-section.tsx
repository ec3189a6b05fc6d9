import { useMayNot } from '../../../client/use-may.ts'
import { Awaited } from '../../../components/awaited.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { DeliveriesPanel } from './deliveries-panel.tsx'
import styles from './delivery.module.css'
import { MailPanel } from './mail-panel.tsx'
import { RecipientsPanel } from './recipients-panel.tsx'
import { SchedulePanel } from './schedule-panel.tsx'
import { SmsPanel } from './sms-panel.tsx'
import { TelegramPanel } from './telegram-panel.tsx'
import { useDeliverySettings } from './use-delivery.ts'

/** What leaves the desk for people who are not at it: who, what, when, by which way, and whether it arrived. */
export function DeliverySection({ canChange }: { readonly canChange: boolean }) {
  const { say } = useWords()
  const maySee = useMayNot('desk.administer') !== 'role'
  const { data: settings, error, refetch } = useDeliverySettings(maySee)
  if (!maySee) return <p className={styles.none}>{say('delivery.onlyManager')}</p>
  if (settings === undefined || error !== null) return <Awaited error={error} onRetry={() => void refetch()} />
  return (
    <>
      <div className={styles.top}>
        <RecipientsPanel settings={settings} canChange={canChange} />
        <SchedulePanel key={settings.summaryAt} settings={settings} canChange={canChange} />
      </div>
      <DeliveriesPanel canChange={canChange} />
      <div className={styles.ways}>
        <MailPanel mail={settings.email} canChange={canChange} />
        <TelegramPanel telegram={settings.telegram} canChange={canChange} />
        <SmsPanel sms={settings.sms} canChange={canChange} />
      </div>
    </>
  )
}
