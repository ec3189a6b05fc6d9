import { useMemo, useState } from 'react'
import { parseCitizenship } from '#shared/documents/citizenship.ts'
import { allCountries, countryName } from '#shared/i18n/country-names.ts'
import type { FieldInputProps } from '../components/field.tsx'
import { TextInput } from '../components/text-input.tsx'
import { useWords } from '../i18n/use-words.ts'
import { findCountries } from './country-search.ts'

interface CountryInputProps extends FieldInputProps {
  readonly autoFocus?: boolean
  /** A code, or what was typed and names no country. */
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A country by name in the language on screen, or by any code a document carries. */
export function CountryInput({ id, value, onChange, ...input }: CountryInputProps) {
  const { language } = useWords()
  const [typed, setTyped] = useState<string | null>(null)
  const countries = useMemo(() => allCountries(language), [language])
  const code = parseCitizenship(value)

  function settle(): void {
    if (typed === null) return
    const named = parseCitizenship(typed)
    const [best] = typed.trim() === '' ? [] : findCountries(typed, countries, named.ok ? named.value : null)
    onChange(best?.code ?? typed.trim())
    setTyped(null)
  }

  return (
    <>
      <TextInput
        {...input}
        id={id}
        data-field="citizenship"
        list={`${id}-countries`}
        value={typed ?? (code.ok ? countryName(code.value, language) : value)}
        onChange={setTyped}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'Enter') settle()
        }}
      />
      <datalist id={`${id}-countries`}>
        {countries.map(({ code: country, name }) => (
          <option key={country} value={name} label={country} />
        ))}
      </datalist>
    </>
  )
}
