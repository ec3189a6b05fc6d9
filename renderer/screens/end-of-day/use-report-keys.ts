import { useMemo } from 'react'
import { useLocation } from 'wouter'
import { useStatus } from '../../client/use-status.ts'
import type { Command } from '../../commands/command.ts'
import { useCommands } from '../../commands/use-commands.ts'
import { useWords } from '../../i18n/use-words.ts'
import { pathOfPlace, spanOf } from './report-place.ts'

interface ReportKeysOptions {
  readonly canPrint: boolean
  /** Stable. */
  readonly onFiles: () => void
}

/** What works on every sheet: print, files, the other summaries. */
export function useReportKeys({ canPrint, onFiles }: ReportKeysOptions): void {
  const { say } = useWords()
  const [, navigate] = useLocation()
  const { businessDate: today } = useStatus()
  useCommands(
    useMemo<readonly Command[]>(
      () => [
        {
          id: 'report.print',
          name: say('endOfDay.keys.print'),
          title: say('palette.titles.print'),
          shortcut: { code: 'KeyP', ctrl: true },
          inFooter: true,
          isEnabled: () => canPrint,
          run: () => window.print(),
        },
        {
          id: 'report.files',
          name: say('endOfDay.keys.files'),
          title: say('palette.titles.files'),
          shortcut: { code: 'KeyF' },
          inFooter: true,
          isEnabled: () => canPrint,
          run: onFiles,
        },
        {
          id: 'report.handover',
          name: say('endOfDay.keys.handover'),
          shortcut: { code: 'KeyH' },
          run: () => navigate(pathOfPlace({ what: 'handover' })),
        },
        {
          id: 'report.period',
          name: say('endOfDay.keys.period'),
          shortcut: { code: 'KeyW' },
          run: () => navigate(pathOfPlace({ what: 'period', ...spanOf('thisWeek', today) })),
        },
      ],
      [say, navigate, today, canPrint, onFiles],
    ),
  )
}
