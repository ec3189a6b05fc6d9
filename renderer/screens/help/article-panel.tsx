import { ButtonLink } from '../../components/button.tsx'
import { Panel } from '../../components/panel.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { type Article, STEPS } from './articles.ts'
import styles from './help.module.css'

/** What matters, then the steps in order, then the way to where they are done. */
export function ArticlePanel({ article: { word, go, href, law } }: { readonly article: Article }) {
  const { say } = useWords()
  return (
    <Panel title={say(`help.articles.${word}.title`)} icon="ask" className={styles.article}>
      <p className={styles.lead}>{say(`help.articles.${word}.lead`)}</p>
      <ol className={styles.steps}>
        {STEPS.map((step, index) => (
          <li key={step}>
            <b aria-hidden="true">{index + 1}</b>
            <span>{say(`help.articles.${word}.steps.${step}`)}</span>
          </li>
        ))}
      </ol>
      <div className={styles.ways}>
        <ButtonLink look="main" href={href}>
          {say(`help.go.${go}`)}
        </ButtonLink>
        {law !== null && (
          <ButtonLink look="bare" icon="book" href={`#/rules/${law}`}>
            {say('help.law')}
          </ButtonLink>
        )}
        <span className="sub">{say('help.allKeys')}</span>
      </div>
    </Panel>
  )
}
