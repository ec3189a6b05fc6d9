import { type ReactNode, useState } from 'react'
import { LANGUAGES } from '#shared/i18n/language.ts'
import { Button, ButtonLink, type ButtonLook } from '../components/button.tsx'
import { Field, FieldGrid, type FieldMark } from '../components/field.tsx'
import { RadioCards } from '../components/radio-cards.tsx'
import { ReasonForm } from '../components/reason-form.tsx'
import { SearchBox } from '../components/search-box.tsx'
import { Tag } from '../components/tag.tsx'
import { SelectInput, TextInput } from '../components/text-input.tsx'
import { useWords } from '../i18n/use-words.ts'
import type { Exhibit } from './exhibit.ts'
import styles from './gallery.module.css'

const LOOKS: readonly ButtonLook[] = ['main', 'soft', 'bare', 'default']

/** What is pressed, typed into and chosen. */
export const FORM_EXHIBITS: readonly Exhibit[] = [
  {
    file: 'button.tsx',
    states: [
      ...LOOKS.flatMap((look) => [
        { name: look, element: <SaveButton look={look} /> },
        { name: `${look} isSmall`, element: <SaveButton look={look} isSmall /> },
        { name: `${look} icon shortcut`, element: <SaveButton look={look} icon="send" shortcut="Enter" /> },
        { name: `${look} disabled`, element: <SaveButton look={look} disabled /> },
      ]),
      {
        name: 'isWide',
        element: (
          <div className={styles.field}>
            <SaveButton isWide look="main" />
          </div>
        ),
      },
      {
        name: 'ButtonLink',
        element: (
          <ButtonLink href="#button.tsx" icon="external">
            button.tsx
          </ButtonLink>
        ),
      },
    ],
  },
  {
    file: 'text-input.tsx',
    states: [
      { name: 'empty, placeholder', element: <Typed start="" /> },
      { name: 'filled', element: <Typed start="Токтосунов" /> },
      { name: 'isMono', element: <Typed start="N1234567" isMono /> },
      { name: 'invalid', element: <Typed start="12.13.2026" aria-invalid /> },
      { name: 'disabled', element: <Typed start="Токтосунов" disabled /> },
      { name: 'SelectInput', element: <Chosen /> },
      { name: 'SelectInput disabled', element: <Chosen isDisabled /> },
    ],
  },
  {
    file: 'field.tsx',
    states: [{ name: 'in a FieldGrid: plain, hint, reason, three marks', isWide: true, element: <Fields /> }],
  },
  {
    file: 'search-box.tsx',
    states: [
      { name: 'empty', element: <Search start="" /> },
      { name: 'typed', element: <Search start="Токтосунов" /> },
    ],
  },
  {
    file: 'radio-cards.tsx',
    states: [
      { name: 'titles alone', isWide: true, element: <Cards name="plain" /> },
      { name: 'with text and mark', isWide: true, element: <Cards name="texts" hasTexts /> },
      { name: 'isDisabled', isWide: true, element: <Cards name="disabled" hasTexts isDisabled /> },
    ],
  },
  {
    file: 'reason-form.tsx',
    states: [
      { name: 'asked', element: <Reason /> },
      { name: 'isBusy', element: <Reason isBusy /> },
      { name: 'error', element: <Reason error={new Error('sample')} /> },
    ],
  },
]

function SaveButton(props: Omit<Parameters<typeof Button>[0], 'children'>) {
  const { say } = useWords()
  return <Button {...props}>{say('common.save')}</Button>
}

function Typed({ start, ...input }: { start: string; isMono?: boolean; disabled?: boolean; 'aria-invalid'?: boolean }) {
  const { say } = useWords()
  const [value, setValue] = useState(start)
  return (
    <div className={styles.field}>
      <TextInput
        {...input}
        aria-label={say('shell.search')}
        placeholder={say('shell.searchHint')}
        value={value}
        onChange={setValue}
      />
    </div>
  )
}

function Chosen({ isDisabled = false }: { readonly isDisabled?: boolean }) {
  const { say, language } = useWords()
  const [value, setValue] = useState<string>(language)
  return (
    <div className={styles.field}>
      <SelectInput
        aria-label={say('shell.language')}
        value={value}
        disabled={isDisabled}
        choices={LANGUAGES.map((code) => ({ value: code, label: say(`common.languages.${code}`) }))}
        onChange={setValue}
      />
    </div>
  )
}

function Fields() {
  const { say } = useWords()
  const marks: readonly FieldMark[] = [
    { tone: 'accepted', text: say('states.accepted') },
    { tone: 'incomplete', text: say('states.incomplete') },
    { tone: 'rejected', text: say('states.rejected') },
  ]
  const input = (value: string) => (props: object) => <TextInput {...props} value={value} onChange={() => undefined} />
  return (
    <FieldGrid>
      <Field label={say('common.room')}>{input('112')}</Field>
      <Field label={say('common.reason')} hint={say('common.reasonHint')}>
        {input('')}
      </Field>
      <Field label={say('common.reason')} reason={say('common.reasonShort')}>
        {input('-')}
      </Field>
      {marks.map((mark) => (
        <Field key={mark.tone} label={say('common.room')} mark={mark}>
          {input('112')}
        </Field>
      ))}
    </FieldGrid>
  )
}

function Search({ start }: { readonly start: string }) {
  const { say } = useWords()
  const [value, setValue] = useState(start)
  return <SearchBox label={say('shell.search')} hint={say('shell.searchHint')} shortcut="/" value={value} onChange={setValue} />
}

interface CardsProps {
  readonly name: string
  readonly hasTexts?: boolean
  readonly isDisabled?: boolean
}

function Cards({ name, hasTexts = false, isDisabled = false }: CardsProps) {
  const { say } = useWords()
  const [value, setValue] = useState<'light' | 'dark' | 'auto'>('light')
  const mark: ReactNode = <Tag icon="ok">{say('common.now')}</Tag>
  return (
    <RadioCards
      legend={say('shell.theme')}
      name={name}
      value={value}
      isDisabled={isDisabled}
      onChange={setValue}
      choices={(['light', 'dark', 'auto'] as const).map((theme) => ({
        value: theme,
        title: say(`shell.themes.${theme}`),
        ...(hasTexts ? { text: say('common.reasonHint'), ...(theme === 'light' ? { mark } : {}) } : {}),
      }))}
    />
  )
}

function Reason({ isBusy = false, error = null }: { readonly isBusy?: boolean; readonly error?: unknown }) {
  const { say } = useWords()
  return (
    <ReasonForm
      effect={say('calendarScreen.mayNot.role')}
      act={say('common.save')}
      isBusy={isBusy}
      error={error}
      takesFocus={false}
      onAct={() => undefined}
      onLeave={() => undefined}
    />
  )
}
