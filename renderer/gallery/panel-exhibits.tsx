import { type ReactNode, useMemo } from 'react'
import type { Command } from '../commands/command.ts'
import { useCommands } from '../commands/use-commands.ts'
import { Awaited } from '../components/awaited.tsx'
import { Button } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { ErrorPanel } from '../components/error-panel.tsx'
import { FooterKeys } from '../components/footer-keys.tsx'
import { Panel } from '../components/panel.tsx'
import { SectionNav } from '../components/section-nav.tsx'
import { Sectioned } from '../components/sectioned.tsx'
import { Tag } from '../components/tag.tsx'
import { TrainingBanner } from '../components/training-banner.tsx'
import { UnreadPanel } from '../components/unread-panel.tsx'
import { Waiting } from '../components/waiting.tsx'
import { useWords } from '../i18n/use-words.ts'
import { SECTIONS, sectionHref } from '../screens/rules/sections.ts'
import type { Exhibit } from './exhibit.ts'

const FAILURE = new Error('sample')

/** Frames around something, and what stands where there is nothing. */
export const PANEL_EXHIBITS: readonly Exhibit[] = [
  {
    file: 'panel.tsx',
    states: [
      { name: 'plain', element: <Sample /> },
      { name: 'icon, tone', element: <Sample icon="alert" tone="overdue" /> },
      { name: 'isLoud', element: <Sample icon="ok" tone="accepted" isLoud /> },
      { name: 'isLoud unknown', element: <Sample icon="globe" tone="unknown" isLoud /> },
      { name: 'isDense, aside', element: <Sample icon="gap" tone="incomplete" isDense aside={<b>5</b>} /> },
      { name: 'step', element: <Sample step={2} /> },
    ],
  },
  {
    file: 'empty-state.tsx',
    states: [{ name: 'with text', isWide: true, element: <Empty /> }],
  },
  {
    file: 'error-panel.tsx',
    states: [
      { name: 'three sentences', isWide: true, element: <ErrorPanel error={FAILURE} /> },
      { name: 'with acts', isWide: true, element: <FailureWithAct /> },
    ],
  },
  {
    file: 'awaited.tsx',
    states: [
      { name: 'awaited', element: <Awaited error={null} onRetry={() => undefined} /> },
      { name: 'failed', isWide: true, element: <Awaited error={FAILURE} onRetry={() => undefined} /> },
    ],
  },
  {
    file: 'unread-panel.tsx',
    states: [{ name: 'failed', isWide: true, element: <Unread /> }],
  },
  {
    file: 'waiting.tsx',
    states: [{ name: 'slow', element: <Waiting /> }],
  },
  {
    file: 'section-nav.tsx',
    states: [{ name: 'one of six is open', element: <Sections>{null}</Sections> }],
  },
  {
    file: 'sectioned.tsx',
    states: [
      {
        name: 'navigation and body',
        isWide: true,
        element: (
          <Sections isFrame>
            <Sample />
          </Sections>
        ),
      },
    ],
  },
  {
    file: 'training-banner.tsx',
    states: [{ name: 'with an act', isWide: true, element: <Training /> }],
  },
  {
    file: 'footer-keys.tsx',
    states: [{ name: 'keys and a fact', isWide: true, element: <Footer /> }],
  },
]

function Sample(props: Partial<Parameters<typeof Panel>[0]>) {
  const { say } = useWords()
  return (
    <Panel title={say('today.board')} {...props}>
      <p className="note sub">{say('today.side.allKnown')}</p>
    </Panel>
  )
}

function Empty() {
  const { say } = useWords()
  return (
    <EmptyState icon="ok" title={say('queue.empty.title')}>
      <p>{say('queue.empty.text')}</p>
    </EmptyState>
  )
}

function FailureWithAct() {
  const { say } = useWords()
  return (
    <ErrorPanel error={FAILURE}>
      <Button isSmall>{say('common.retry')}</Button>
    </ErrorPanel>
  )
}

function Unread() {
  const { say } = useWords()
  return <UnreadPanel title={say('today.board')} error={FAILURE} onRetry={() => undefined} />
}

function Sections({ isFrame = false, children }: { readonly isFrame?: boolean; readonly children: ReactNode }) {
  const { say } = useWords()
  const nav = {
    // Two lists of the same sections are told apart by their names.
    label: isFrame ? say('shell.sections') : say('rules.sections.title'),
    sections: SECTIONS.map(({ path, word }) => ({ path, href: sectionHref(path), name: say(`rules.sections.${word}`) })),
    current: 'calculator',
  }
  return isFrame ? <Sectioned {...nav}>{children}</Sectioned> : <SectionNav {...nav} />
}

function Training() {
  const { say } = useWords()
  return (
    <TrainingBanner>
      <Button isSmall look="bare">
        {say('shell.leaveTraining')}
      </Button>
    </TrainingBanner>
  )
}

function Footer() {
  const { say } = useWords()
  useCommands(
    useMemo<readonly Command[]>(
      () => [
        {
          id: 'board',
          name: say('commands.board'),
          shortcut: { code: 'ArrowLeft' },
          caps: '← ↑ ↓ →',
          inFooter: true,
          run: () => undefined,
        },
        { id: 'act', name: say('commands.act'), shortcut: { code: 'Enter', ctrl: true }, inFooter: true, run: () => undefined },
        { id: 'new', name: say('commands.toCheckIn'), shortcut: { code: 'KeyN' }, inFooter: true, run: () => undefined },
      ],
      [say],
    ),
  )
  return (
    <FooterKeys>
      <Tag icon="ok" tone="accepted">
        {say('today.footer.accepted', { count: 4 })}
      </Tag>
    </FooterKeys>
  )
}
