import { useMemo, useRef, useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { ScreenFrame } from '../../app/screen-frame.tsx'
import type { Command } from '../../commands/command.ts'
import { useCommands } from '../../commands/use-commands.ts'
import { SearchBox } from '../../components/search-box.tsx'
import { Sectioned } from '../../components/sectioned.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { ArticlePanel } from './article-panel.tsx'
import { type Article, findArticles } from './articles.ts'
import styles from './help.module.css'

/** What to do when: one article at a time, found by a word or by its digit (`/help`, `/help/:article`). */
export function Help() {
  const { say } = useWords()
  const [, navigate] = useLocation()
  const { article: path } = useParams<{ article?: string }>()
  const [query, setQuery] = useState('')
  const found = useMemo(() => findArticles(query, say), [query, say])
  const box = useRef<HTMLInputElement>(null)
  const open = found.find((article) => article.path === path) ?? found[0]
  useHelpKeys(found, () => box.current?.focus())
  return (
    <ScreenFrame
      title={say('help.title')}
      summary={say('help.summary')}
      fact={say('help.fact')}
      acts={
        <div className={styles.search}>
          <SearchBox
            ref={box}
            label={say('help.search')}
            hint={say('help.searchHint')}
            shortcut="F"
            value={query}
            onChange={setQuery}
            onEnter={() => {
              box.current?.blur()
              if (found[0] !== undefined) navigate(`/help/${found[0].path}`)
            }}
          />
        </div>
      }
    >
      <p className="sr" role="status">
        {open === undefined ? say('help.nothing') : ''}
      </p>
      {open === undefined ? (
        <p className={styles.nothing}>{say('help.nothing')}</p>
      ) : (
        <Sectioned
          label={say('help.contents')}
          sections={found.map((article) => ({
            path: article.path,
            href: `#/help/${article.path}`,
            name: say(`help.articles.${article.word}.title`),
          }))}
          current={open.path}
        >
          <ArticlePanel article={open} />
        </Sectioned>
      )}
    </ScreenFrame>
  )
}

function useHelpKeys(found: readonly Article[], focus: () => void): void {
  const { say } = useWords()
  const [, navigate] = useLocation()
  const search = useRef(focus)
  search.current = focus
  useCommands(
    useMemo<readonly Command[]>(
      () => [
        {
          id: 'help.find',
          name: say('help.keys.find'),
          title: say('help.search'),
          shortcut: { code: 'KeyF' },
          inFooter: true,
          run: () => search.current(),
        },
        ...found.map(({ path }, index) => ({
          id: `help.${path}`,
          name: say('help.keys.articles'),
          shortcut: { code: `Digit${index + 1}` },
          ...(index === 0 ? { caps: found.length === 1 ? '1' : `1–${found.length}`, inFooter: true } : { isUnlisted: true }),
          run: () => navigate(`/help/${path}`),
        })),
      ],
      [say, navigate, found],
    ),
  )
}
