import { useMemo, useState } from 'react'
import { useStatus } from '../../../client/use-status.ts'
import type { Command } from '../../../commands/command.ts'
import { useCommands } from '../../../commands/use-commands.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorPanel } from '../../../components/error-panel.tsx'
import { Panel } from '../../../components/panel.tsx'
import { Tag } from '../../../components/tag.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { copyText } from '../../../notices/copy-text.ts'
import { Answer } from './answer.tsx'
import { type CalculationForm, emptyCalculation, type Place, readCalculation } from './calculation-form.ts'
import { calculationInText } from './calculation-text.ts'
import styles from './calculator-section.module.css'
import { Entries } from './entries.tsx'
import { useCalculation } from './use-calculation.ts'

interface CalculatorSectionProps {
  readonly form: CalculationForm
  readonly onChange: (form: CalculationForm) => void
}

/** A stay anyone may invent, and every clock that would run for it. Nothing is kept. */
export function CalculatorSection({ form, onChange }: CalculatorSectionProps) {
  const words = useWords()
  const { say } = words
  const { businessDate } = useStatus()
  const [place, setPlace] = useState<Place | null>(null)
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null)
  const read = readCalculation(form, businessDate)
  // Half a date is no mistake yet, and no question either: the last answer stands until the field is left.
  const isHalfTyped = place !== null && read.problems[place] !== undefined
  const [asked, setAsked] = useState(read.input)
  if (!isHalfTyped && JSON.stringify(asked) !== JSON.stringify(read.input)) setAsked(read.input)
  const { answered, error } = useCalculation(asked)

  const text = answered === null ? null : calculationInText(answered, words)
  useCommands(
    useMemo<readonly Command[]>(
      () => [
        {
          id: 'rules.copy',
          name: say('rules.keys.copy'),
          shortcut: { code: 'KeyC', alt: true },
          inFooter: true,
          isEnabled: () => text !== null,
          run: () => {
            if (text !== null) void copyText(text).then((wasCopied) => setCopied(wasCopied ? 'yes' : 'no'))
          },
        },
      ],
      [say, text],
    ),
  )

  function change(next: CalculationForm): void {
    setCopied(null)
    onChange(next)
  }

  return (
    <div className={styles.columns}>
      <Panel
        title={say('rules.calculator.title')}
        className={styles.form}
        aside={
          <Button isSmall look="bare" onClick={() => change(emptyCalculation(businessDate))}>
            {say('rules.calculator.clear')}
          </Button>
        }
      >
        <Entries form={form} problems={read.problems} place={place} today={businessDate} onChange={change} onPlace={setPlace} />
        <p className={styles.note}>
          <Tag icon="lock" wraps>
            {say('rules.calculator.note')}
          </Tag>
        </p>
      </Panel>
      <div className={styles.answer}>
        {error !== null && <ErrorPanel error={error} />}
        <Answer
          answered={answered}
          copy={
            text !== null && (
              <>
                <span role="status">
                  {copied === 'yes' && (
                    <Tag icon="check" tone="accepted">
                      {say('rules.calculator.copied')}
                    </Tag>
                  )}
                  {copied === 'no' && (
                    <Tag icon="alert" tone="today" wraps>
                      {say('rules.calculator.copyFailed')}
                    </Tag>
                  )}
                </span>
                <Button
                  isSmall
                  icon="copy"
                  shortcut="Alt C"
                  onClick={() => void copyText(text).then((wasCopied) => setCopied(wasCopied ? 'yes' : 'no'))}
                >
                  {say('rules.calculator.copy')}
                </Button>
              </>
            )
          }
        />
      </div>
    </div>
  )
}
