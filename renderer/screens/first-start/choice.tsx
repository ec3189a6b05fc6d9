import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useDesk } from '../../client/desk-context.tsx'
import { Button } from '../../components/button.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { Icon } from '../../components/icon.tsx'
import { useWords } from '../../i18n/use-words.ts'
import styles from './choice.module.css'

interface ChoiceProps {
  readonly onSetUp: () => void
}

/** Training, or the real thing. */
export function Choice({ onSetUp }: ChoiceProps) {
  const { say, language } = useWords()
  const { api } = useDesk()
  const queryClient = useQueryClient()
  const training = useMutation(api.setup.startTraining.mutationOptions({ onSuccess: () => queryClient.invalidateQueries() }))
  return (
    <div className={styles.choice}>
      <h1>{say('setup.title')}</h1>
      <p className={styles.lead}>{say('setup.lead')}</p>
      {training.error !== null && <ErrorPanel error={training.error} />}
      <div className={styles.ways}>
        <section className={styles.way} aria-labelledby="way-property">
          <span className={styles.icon}>
            <Icon name="home" isLarge />
          </span>
          <h2 id="way-property">{say('setup.property.title')}</h2>
          <p>{say('setup.property.text')}</p>
          <Button look="main" onClick={onSetUp}>
            {say('setup.property.start')}
          </Button>
        </section>
        <section className={styles.way} aria-labelledby="way-training">
          <span className={styles.trainingIcon}>
            <Icon name="cap" isLarge />
          </span>
          <h2 id="way-training">{say('setup.training.title')}</h2>
          <p>{say('setup.training.text')}</p>
          <Button disabled={training.isPending} onClick={() => training.mutate({ language })}>
            {say('setup.training.start')}
          </Button>
        </section>
      </div>
    </div>
  )
}
