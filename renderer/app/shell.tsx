import { Route, Switch } from 'wouter'
import { useStatus } from '../client/use-status.ts'
import { Button } from '../components/button.tsx'
import { ErrorPanel } from '../components/error-panel.tsx'
import { TrainingBanner } from '../components/training-banner.tsx'
import { useWords } from '../i18n/use-words.ts'
import { DeskActs } from './desk-acts.tsx'
import { Header } from './header.tsx'
import { KeySheet } from './key-sheet.tsx'
import { PageMissing } from './page-missing.tsx'
import { Palette } from './palette/palette.tsx'
import { Rail } from './rail.tsx'
import { SCREENS } from './screens.tsx'
import styles from './shell.module.css'
import { useGoToCommands } from './use-go-to-commands.ts'
import { useLeaveTraining } from './use-leave-training.ts'
import { useScanOpensCheckIn } from './use-scan-opens-check-in.ts'
import { Warnings } from './warnings.tsx'

/** The frame around every screen: header, rail, the screen with its footer, and the training stripe where nothing is real. */
export function Shell() {
  const status = useStatus()
  const { say } = useWords()
  const training = useLeaveTraining()
  useScanOpensCheckIn()
  useGoToCommands()
  return (
    <div className={styles.shell} data-env={status.environment ?? undefined}>
      <button type="button" className={styles.skip} onClick={() => document.getElementById('content')?.focus()}>
        {say('shell.skipToContent')}
      </button>
      {status.environment === 'training' && (
        <TrainingBanner>
          <Button isSmall look="bare" className={styles.leave} onClick={training.leave}>
            {say('shell.leaveTraining')}
          </Button>
        </TrainingBanner>
      )}
      <Header />
      <Rail />
      <div className={styles.content} id="content" tabIndex={-1}>
        <Warnings />
        <DeskActs onLeaveTraining={status.environment === 'training' ? training.leave : null} />
        {training.error !== null && <ErrorPanel error={training.error} />}
        <Switch>
          {SCREENS.map((screen) => (
            <Route key={screen.path} path={screen.path}>
              {screen.element}
            </Route>
          ))}
          <Route>
            <PageMissing />
          </Route>
        </Switch>
      </div>
      <KeySheet />
      <Palette />
    </div>
  )
}
