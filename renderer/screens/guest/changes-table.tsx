import { countryName } from '#shared/i18n/country-names.ts'
import { CATALOGUES } from '#shared/i18n/index.ts'
import type { Language } from '#shared/i18n/language.ts'
import { useWords, type Words } from '../../i18n/use-words.ts'
import { maskNumber } from '../../notices/mask-number.ts'
import styles from './acts/act-panel.module.css'
import { type FormChanges, type FormField, formOf, type GuestDetail, NO_CHANGES } from './guest-form.ts'

interface ChangesTableProps {
  readonly detail: Pick<GuestDetail, 'facts' | 'stay'>
  readonly changes: FormChanges
  /** Numbers of documents stand in full on this screen. */
  readonly showsNumber: boolean
}

/** Old and new of every field that was changed, so that nothing is sent that nobody has seen. */
export function ChangesTable({ detail, changes, showsNumber }: ChangesTableProps) {
  const words = useWords()
  const { say } = words
  const rows = changeRows(detail, changes, showsNumber, words)
  if (rows.length === 0) return null
  return (
    <table className={styles.clocks}>
      <caption>{say('guestActs.changes.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('guestActs.changes.field')}</th>
          <th scope="col">{say('guestActs.changes.before')}</th>
          <th scope="col">{say('guestActs.changes.after')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ field, name, before, after }) => (
          <tr key={field}>
            <th scope="row">{name}</th>
            <td className="dim">{before}</td>
            <td className="strong">{after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface ChangeRow {
  readonly field: string
  readonly name: string
  readonly before: string
  readonly after: string
}

const NUMBERS: readonly FormField[] = ['documentSeries', 'documentNumber', 'guardianDocument', 'visaNumber']

/** The old number of a document stays hidden unless numbers are shown; the new one has just been typed. */
export function changeRows(
  detail: Pick<GuestDetail, 'facts' | 'stay'>,
  changes: FormChanges,
  showsNumber: boolean,
  words: Words,
): readonly ChangeRow[] {
  const { say, language } = words
  const [before, after] = [formOf(detail, NO_CHANGES), formOf(detail, changes)]
  const texts = (Object.keys(changes.texts) as FormField[])
    .filter((field) => before.texts[field] !== after.texts[field])
    .map((field) => {
      const old = wordOf(field, before.texts[field], language) || say('guestActs.changes.nothing')
      const isHidden = NUMBERS.includes(field) && before.texts[field] !== '' && !showsNumber
      return {
        field,
        name: say(`fields.${field}`),
        before: isHidden ? maskNumber(before.texts[field]) : old,
        after: wordOf(field, after.texts[field], language) || say('guestActs.changes.nothing'),
      }
    })
  const flags = (['hasSingleName', 'hasNoExpiry'] as const)
    .filter((flag) => before[flag] !== after[flag])
    .map((flag) => ({
      field: flag,
      name: say(`fields.${flag}`),
      before: say(before[flag] ? 'guestActs.changes.yes' : 'guestActs.changes.no'),
      after: say(after[flag] ? 'guestActs.changes.yes' : 'guestActs.changes.no'),
    }))
  return [...texts, ...flags]
}

/** A value as people read it: the word of a choice, the name of a country, otherwise what is written. */
function wordOf(field: FormField, text: string, language: Language): string {
  const { sexes, documentTypes, purposes, visaEntries } = CATALOGUES[language]
  const choices: Readonly<Partial<Record<FormField, Readonly<Record<string, string>>>>> = {
    sex: sexes,
    documentType: documentTypes,
    purpose: purposes,
    visaEntries,
  }
  if (field === 'citizenship' && /^[A-Z]{3}$/.test(text)) return countryName(text, language)
  return choices[field]?.[text] ?? text
}
