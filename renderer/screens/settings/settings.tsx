import { useMemo } from 'react'
import { useLocation, useParams } from 'wouter'
import { ScreenFrame } from '../../app/screen-frame.tsx'
import { useMayNot } from '../../client/use-may.ts'
import type { Command } from '../../commands/command.ts'
import { useCommands } from '../../commands/use-commands.ts'
import { Sectioned } from '../../components/sectioned.tsx'
import { Tag } from '../../components/tag.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { CardSection } from './card/card-section.tsx'
import { DeliverySection } from './delivery/delivery-section.tsx'
import { DocumentsSection } from './documents/documents-section.tsx'
import { FilingSection } from './filing/filing-section.tsx'
import { PropertySection } from './property/property-section.tsx'
import { SECTIONS, sectionAt, sectionHref } from './sections.ts'
import styles from './settings.module.css'

/** How the property works with Qabyl (`/settings`, `/settings/:section`). Whoever may not change it sees it as it stands. */
export function Settings() {
  const { say } = useWords()
  const { section: path } = useParams<{ section?: string }>()
  const section = sectionAt(path)
  const mayNot = useMayNot('desk.administer')
  useSectionKeys()
  return (
    <ScreenFrame title={say('settings.title')} summary={say('settings.summary')} fact={say('settings.journal')}>
      <Sectioned
        label={say('settings.sections.title')}
        sections={SECTIONS.map((each) => ({
          path: each.path,
          href: sectionHref(each.path),
          name: say(`settings.sections.${each.word}`),
        }))}
        current={section.path}
      >
        {mayNot !== null && (
          <p className={styles.readOnly}>
            <Tag icon="lock" wraps>
              {say(`settings.mayNot.${mayNot}`)}
            </Tag>
          </p>
        )}
        <SectionBody path={section.path} canChange={mayNot === null} />
      </Sectioned>
    </ScreenFrame>
  )
}

interface SectionBodyProps {
  readonly path: (typeof SECTIONS)[number]['path']
  readonly canChange: boolean
}

function SectionBody({ path, canChange }: SectionBodyProps) {
  switch (path) {
    case 'property':
      return <PropertySection canChange={canChange} />
    case 'filing':
      return <FilingSection canChange={canChange} />
    case 'delivery':
      return <DeliverySection canChange={canChange} />
    case 'documents':
      return <DocumentsSection canChange={canChange} />
    case 'card':
      return <CardSection canChange={canChange} />
  }
}

function useSectionKeys(): void {
  const { say } = useWords()
  const [, navigate] = useLocation()
  useCommands(
    useMemo<readonly Command[]>(
      () =>
        SECTIONS.map(({ path }, index) => ({
          id: `settings.${path}`,
          name: say('settings.keys.sections'),
          shortcut: { code: `Digit${index + 1}` },
          isUnlisted: index > 0,
          run: () => navigate(`/settings/${path}`),
        })),
      [say, navigate],
    ),
  )
}
