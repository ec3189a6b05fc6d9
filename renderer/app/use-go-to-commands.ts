import { useMemo } from 'react'
import { useLocation } from 'wouter'
import { useStatus } from '../client/use-status.ts'
import type { Command } from '../commands/command.ts'
import { useCommands } from '../commands/use-commands.ts'
import { useWords } from '../i18n/use-words.ts'
import { JOURNAL_PATH, PAPER_PATH } from '../notices/queue-place.ts'
import { pathOfPlace, spanOf } from '../screens/end-of-day/report-place.ts'
import { ARTICLES } from '../screens/help/articles.ts'
import { IN_HOUSE_PATH } from '../screens/in-house/in-house-place.ts'
import { SECTIONS as RULES_SECTIONS } from '../screens/rules/sections.ts'
import { SECTIONS as SETTINGS_SECTIONS } from '../screens/settings/sections.ts'
import { SCREENS } from './screens.tsx'

/** The ways to every screen, and to the parts of one that have an address of their own. */
export function useGoToCommands(): void {
  const { say } = useWords()
  const [, navigate] = useLocation()
  const { businessDate: today, property } = useStatus()
  const hasLine = property?.channel === 'migration-api'
  useCommands(
    useMemo<readonly Command[]>(() => {
      const screens = SCREENS.flatMap(({ path, rail }): readonly Command[] =>
        rail === undefined
          ? []
          : [
              {
                id: `go.${rail.word}`,
                name: say(`commands.${rail.command}`),
                ...(rail.word === 'checkIn' ? { title: say('today.newCheckIn') } : {}),
                shortcut: rail.shortcut,
                inFooter: rail.inFooter ?? false,
                run: () => navigate(path),
              },
            ],
      )
      // A screen that gives its part a key says so under the same id.
      const part = (id: string, screen: string, name: string, path: string): Command => ({
        id,
        name,
        title: say('palette.partOf', { screen, part: name }),
        run: () => navigate(path),
      })
      const [queue, endOfDay] = [say('shell.queue'), say('shell.endOfDay')]
      return [
        ...screens,
        part('go.inHouse', say('shell.guests'), say('inHouse.title'), IN_HOUSE_PATH),
        part('queue.paper', queue, say('palette.titles.paper'), PAPER_PATH),
        ...(hasLine ? [part('queue.journal', queue, say('palette.titles.journal'), JOURNAL_PATH)] : []),
        part('report.handover', endOfDay, say('endOfDay.keys.handover'), pathOfPlace({ what: 'handover' })),
        part(
          'report.period',
          endOfDay,
          say('palette.titles.week'),
          pathOfPlace({ what: 'period', ...spanOf('thisWeek', today) }),
        ),
        ...RULES_SECTIONS.map(({ path, word }) =>
          part(`rules.${path}`, say('shell.rules'), say(`rules.sections.${word}`), `/rules/${path}`),
        ),
        ...ARTICLES.map(({ path, word }) =>
          part(`help.${path}`, say('shell.help'), say(`help.articles.${word}.title`), `/help/${path}`),
        ),
        ...SETTINGS_SECTIONS.map(({ path, word }) =>
          part(`settings.${path}`, say('shell.settings'), say(`settings.sections.${word}`), `/settings/${path}`),
        ),
      ]
    }, [say, navigate, today, hasLine]),
    'sections',
  )
}
