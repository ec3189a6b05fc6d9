import { useMutation } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useDesk } from '../client/desk-context.tsx'
import { useMayNot } from '../client/use-may.ts'
import { useStatus } from '../client/use-status.ts'
import type { Command } from '../commands/command.ts'
import { useCommands } from '../commands/use-commands.ts'
import { Button, ButtonLink } from '../components/button.tsx'
import { Icon } from '../components/icon.tsx'
import { useWords } from '../i18n/use-words.ts'
import { troubleInWords } from './trouble-words.ts'
import styles from './warnings.module.css'

/**
 * What is wrong with the desk itself: saving does not work, the PC's clock cannot be trusted, or the property chose a bold reading of
 * the law. Stays until it is put right.
 */
export function Warnings() {
  const status = useStatus()
  const mayNotConfirm = useMayNot('register.write')
  const { say } = useWords()
  const failed = status.failedDeliveries ?? 0
  if (status.trouble === null && status.clockWarnings.length === 0 && status.lawNotices.length === 0 && failed === 0)
    return null
  return (
    <div className={styles.warnings} role="alert">
      {status.trouble !== null && (
        <p className={styles.trouble}>
          <Icon name="alert" />
          <span>
            <b>{say('storeTrouble.title')}.</b> {troubleInWords(status.trouble, say)}
          </span>
        </p>
      )}
      {status.clockWarnings.map((warning) => (
        <p key={warning} className={styles.clock}>
          <Icon name="clock" />
          <span>{say(`shell.clock.${warning}`)}</span>
          {(warning === 'jumped_back' || warning === 'jumped_ahead') && mayNotConfirm === null && <ConfirmClock />}
        </p>
      ))}
      {status.lawNotices.map((notice) => (
        <p key={notice} className={styles.clock}>
          <Icon name="alert" />
          <span>{say(`lawNotices.${notice}`)}</span>
        </p>
      ))}
      {failed > 0 && (
        <p className={styles.clock}>
          <Icon name="alert" />
          <span>{say('delivery.status', { count: failed })}</span>
          <ButtonLink look="bare" isSmall className={styles.act} href="#/settings/delivery">
            {say('delivery.open')}
          </ButtonLink>
        </p>
      )}
    </div>
  )
}

/** Nobody but a person can know which of the two times was the mistake. */
function ConfirmClock() {
  const { api } = useDesk()
  const { say } = useWords()
  const { mutate: confirm, isPending } = useMutation(api.desk.confirmClock.mutationOptions())
  useCommands(
    useMemo<readonly Command[]>(
      () => [
        { id: 'clock.confirm', name: say('shell.clock.confirm'), isEnabled: () => !isPending, run: () => confirm(undefined) },
      ],
      [say, confirm, isPending],
    ),
    'desk',
  )
  return (
    <Button look="bare" isSmall className={styles.act} disabled={isPending} onClick={() => confirm(undefined)}>
      {say('shell.clock.confirm')}
    </Button>
  )
}
