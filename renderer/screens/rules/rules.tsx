import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useLocation, useParams } from 'wouter'
import type { Rules as RulesInForce } from '#shared/contract/law-schemas.ts'
import { assertNever } from '#shared/domain/assert-never.ts'
import { ScreenFrame } from '../../app/screen-frame.tsx'
import { useDesk } from '../../client/desk-context.tsx'
import { useStatus } from '../../client/use-status.ts'
import type { Command } from '../../commands/command.ts'
import { useCommands } from '../../commands/use-commands.ts'
import { Awaited } from '../../components/awaited.tsx'
import { Sectioned } from '../../components/sectioned.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { type CalculationForm, emptyCalculation } from './calculator/calculation-form.ts'
import { CalculatorSection } from './calculator/calculator-section.tsx'
import { ClocksSection } from './clocks/clocks-section.tsx'
import { CountriesSection } from './countries/countries-section.tsx'
import { DutySection } from './duty/duty-section.tsx'
import { monthOfData } from './month-of-data.ts'
import { LostPassportSection } from './reference/lost-passport-section.tsx'
import { VisasSection } from './reference/visas-section.tsx'
import { SECTIONS, sectionAt, sectionHref } from './sections.ts'

/** The duty, the clocks and the visa-free list in plain words, and a calculator to try them (`/rules`, `/rules/:section`). */
export function Rules() {
  const { say, language } = useWords()
  const { api } = useDesk()
  const { section: path } = useParams<{ section?: string }>()
  const section = sectionAt(path)
  const { data: rules, error, refetch } = useQuery(api.rules.get.queryOptions())
  const { businessDate } = useStatus()
  // Kept while the clerk looks something up in another section; gone with the screen.
  const [calculation, setCalculation] = useState(() => emptyCalculation(businessDate))
  useSectionKeys()
  return (
    <ScreenFrame
      title={say('rules.title')}
      summary={say('rules.summary')}
      fact={rules !== undefined && say('rules.fact', { asOf: monthOfData(rules.regimesAsOf, language) })}
    >
      <Sectioned
        label={say('rules.sections.title')}
        sections={SECTIONS.map(({ path, word }) => ({ path, href: sectionHref(path), name: say(`rules.sections.${word}`) }))}
        current={section.path}
      >
        {(rules === undefined || error !== null) && <Awaited error={error} onRetry={() => void refetch()} />}
        {rules !== undefined && (
          <SectionBody path={section.path} rules={rules} calculation={calculation} onCalculation={setCalculation} />
        )}
      </Sectioned>
    </ScreenFrame>
  )
}

interface SectionBodyProps {
  readonly path: (typeof SECTIONS)[number]['path']
  readonly rules: RulesInForce
  readonly calculation: CalculationForm
  readonly onCalculation: (form: CalculationForm) => void
}

function SectionBody({ path, rules, calculation, onCalculation }: SectionBodyProps) {
  switch (path) {
    case 'duty':
      return <DutySection rules={rules} />
    case 'calculator':
      return <CalculatorSection form={calculation} onChange={onCalculation} />
    case 'clocks':
      return <ClocksSection rules={rules} />
    case 'countries':
      return <CountriesSection />
    case 'lost-passport':
      return <LostPassportSection />
    case 'visas':
      return <VisasSection />
    default:
      return assertNever(path)
  }
}

function useSectionKeys(): void {
  const { say } = useWords()
  const [, navigate] = useLocation()
  useCommands(
    useMemo<readonly Command[]>(
      () =>
        SECTIONS.map(({ path }, index) => ({
          id: `rules.${path}`,
          name: say('rules.keys.sections'),
          shortcut: { code: `Digit${index + 1}` },
          ...(index === 0 ? { caps: `1–${SECTIONS.length}`, inFooter: true } : { isUnlisted: true }),
          run: () => navigate(`/rules/${path}`),
        })),
      [say, navigate],
    ),
  )
}
