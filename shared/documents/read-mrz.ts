import type { CalendarDate } from '../domain/calendar-date.ts'
import type { Sex } from '../domain/guest.ts'
import { ok } from '../domain/result.ts'
import { parseCitizenship } from './citizenship.ts'
import { documentTypeOf } from './document-type.ts'
import { readBirthDate, readExpiryDate, readIssueDate } from './mrz-dates.ts'
import { layoutOf, longNumberTail, type MrzLayout, type Span, textAt } from './mrz-layouts.ts'
import { nameIn } from './mrz-names.ts'
import type {
  MrzCheckedField,
  MrzDocument,
  MrzErrorCode,
  MrzFieldError,
  MrzFieldName,
  MrzFields,
  MrzReading,
} from './mrz-reading.ts'
import { type RepairedMrz, repairMrz } from './repair-mrz.ts'
import { readRussianIssueData } from './russian-passport.ts'
import { splitMrz } from './split-mrz.ts'

const SEX_BY_MARK: Readonly<Record<string, Sex>> = { M: 'M', F: 'F', '<': 'X', X: 'X' }

const ERROR_MESSAGES: Readonly<Record<MrzErrorCode, string>> = {
  check_digit_failed: 'Its check digit does not agree: at least one character was misread. Compare with the document.',
  repair_ambiguous: 'Its check digit does not agree, and more than one correction would fit. Compare with the document.',
  not_a_date: 'It names no day that exists.',
  unreadable: 'It holds a character that cannot stand there.',
  unknown_code: 'It is no country code and no ICAO code.',
  bad_name: 'The name holds what no name can. Type it from the document.',
  empty: 'The document leaves it empty.',
  visa_not_document: 'This is a visa. Scan the passport for the number and dates of the document.',
}

/**
 * Reads a machine-readable zone (ICAO Doc 9303 TD1, TD2, TD3, MRV-A, MRV-B; Russian internal passport). Never throws.
 *
 * A field is filled only when its check digit agrees, as read or after a repair that the digit proves; otherwise it stays `null`
 * and `errors` says why. Names, sex and country codes have no check digit in most formats: they are filled as read and are not
 * in `proven`. `today` decides the century of two-digit years.
 */
export function readMrz(text: string, today: CalendarDate): MrzReading {
  const split = splitMrz(text)
  if (!split.ok) return split
  const { format, lines } = split.value
  const layout = layoutOf(format)
  const repaired = repairMrz(layout, lines)
  const reader = new FieldReader(layout, repaired)

  const name = nameIn(format, lines)
  const citizenship = reader.countryCode('citizenship', layout.citizenship)
  const issuingState = reader.countryCode('issuingState', layout.issuingState)
  const isVisa = format === 'MRV-A' || format === 'MRV-B'
  const number = reader.documentNumber(isVisa ? 'visaNumber' : 'documentNumber')
  const issue = format === 'RU-INTERNAL' ? reader.russianIssue(number, today) : null
  const expiry = reader.expiry(isVisa ? 'visaValidUntil' : 'expiryDate', today)
  if (name.spelled === null) reader.report('surname', 'bad_name')
  if (isVisa) reader.report('documentNumber', 'visa_not_document')

  const fields: MrzFields = {
    surname: name.spelled?.surname ?? null,
    givenNames: name.spelled?.givenNames || null,
    patronymic: name.spelled?.patronymic ?? null,
    hasSingleName: name.spelled !== null && name.spelled.givenNames === '' && !name.isTruncated,
    sex: reader.sex(),
    birthDate: reader.birthDate(today),
    citizenship,
    documentType: reader.documentType(issuingState, citizenship, isVisa),
    documentSeries: issue?.series ?? null,
    documentNumber: isVisa ? null : (issue?.number ?? number),
    issuingState,
    issueDate: issue?.issueDate ?? null,
    expiryDate: isVisa ? null : expiry.date,
    hasNoExpiry: !isVisa && expiry.isOpenEnded,
    visaNumber: isVisa ? number : null,
    visaValidUntil: isVisa ? expiry.date : null,
  }
  reader.reportOtherChecks()
  return ok({
    format,
    lines,
    text: lines.join('\n'),
    fields,
    proven: provenFields(fields),
    checks: repaired.checks,
    repairs: repaired.repairs,
    errors: reader.errors,
    name: name.asCoded,
    isTruncatedName: name.isTruncated,
  } satisfies MrzDocument)
}

const NO_EXPIRY_READ = { date: null, isOpenEnded: false } as const

function provenFields(fields: MrzFields): readonly MrzFieldName[] {
  const covered = [
    'documentNumber',
    'visaNumber',
    'birthDate',
    'expiryDate',
    'issueDate',
    'documentSeries',
    'visaValidUntil',
  ] as const
  return covered.filter((field) => fields[field] !== null)
}

/** Takes the fields out of the repaired lines and gathers what is wrong with them. */
class FieldReader {
  readonly errors: MrzFieldError[] = []
  private readonly layout: MrzLayout
  private readonly repaired: RepairedMrz

  constructor(layout: MrzLayout, repaired: RepairedMrz) {
    this.layout = layout
    this.repaired = repaired
  }

  report(field: MrzFieldError['field'], code: MrzErrorCode): null {
    this.errors.push({ field, code, message: ERROR_MESSAGES[code] })
    return null
  }

  documentNumber(field: 'documentNumber' | 'visaNumber'): string | null {
    const tail = longNumberTail(this.layout, this.repaired.lines)
    const coded = this.at(this.layout.documentNumber) + (tail === undefined ? '' : this.at(tail))
    const number = coded.replace(/<+$/, '').replaceAll('<', ' ')
    if (number.trim() === '') return this.report(field, 'empty')
    return this.isChecked('documentNumber', field) ? number : null
  }

  birthDate(today: CalendarDate): string | null {
    const text = this.at(this.layout.birthDate)
    if (/^<+$/.test(text)) return this.report('birthDate', 'empty')
    if (!this.isChecked('birthDate', 'birthDate')) return null
    return readBirthDate(text, today) ?? this.report('birthDate', 'not_a_date')
  }

  /** What stands in the place of the expiry; in a visa it is the last day the visa allows. */
  expiry(
    field: 'expiryDate' | 'visaValidUntil',
    today: CalendarDate,
  ): { readonly date: CalendarDate | null; readonly isOpenEnded: boolean } {
    if (!this.isChecked('expiryDate', field)) return NO_EXPIRY_READ
    const text = this.at(this.layout.expiryDate)
    if (/^<+$/.test(text)) return { date: null, isOpenEnded: true }
    return { date: readExpiryDate(text, today) ?? this.report(field, 'not_a_date'), isOpenEnded: false }
  }

  /** The number field of a Russian internal passport is three digits of the series and the six of the number. */
  russianIssue(number: string | null, today: CalendarDate) {
    const lastDigits = number?.slice(3) ?? null
    const data = readRussianIssueData(this.at(this.layout.optional))
    if (!this.isValid('optional') || data === undefined) {
      const reason = this.isValid('optional') ? 'unreadable' : 'check_digit_failed'
      return { series: this.report('documentSeries', reason), number: lastDigits, issueDate: this.report('issueDate', reason) }
    }
    return {
      series: number === null ? null : number.slice(0, 3) + data.lastSeriesDigit,
      number: lastDigits,
      issueDate: readIssueDate(data.issueDate, today) ?? this.report('issueDate', 'not_a_date'),
    }
  }

  sex(): Sex | null {
    return SEX_BY_MARK[this.at(this.layout.sex)] ?? this.report('sex', 'unreadable')
  }

  countryCode(field: 'citizenship' | 'issuingState', place: Span): string | null {
    const text = this.at(place)
    if (/^<+$/.test(text)) return this.report(field, 'empty')
    const parsed = parseCitizenship(text)
    return parsed.ok ? parsed.value : this.report(field, 'unknown_code')
  }

  documentType(issuingState: string | null, citizenship: string | null, isVisa: boolean) {
    if (isVisa) return null
    return (
      documentTypeOf(this.at(this.layout.documentCode), issuingState, citizenship) ?? this.report('documentType', 'unreadable')
    )
  }

  /** Digits over what no guest field is filled from; a composite alone at odds means that some uncovered character was misread. */
  reportOtherChecks(): void {
    this.isChecked('optional', 'optional')
    this.isChecked('composite', 'composite')
  }

  private isValid(checked: MrzCheckedField): boolean {
    return this.repaired.checks.every((check) => check.field !== checked || check.isValid)
  }

  private isChecked(checked: MrzCheckedField, reportAs: MrzFieldError['field']): boolean {
    if (this.isValid(checked)) return true
    const isAmbiguous = this.repaired.ambiguous.some((rule) => rule.field === checked)
    this.report(reportAs, isAmbiguous ? 'repair_ambiguous' : 'check_digit_failed')
    return false
  }

  private at(place: Span): string {
    return textAt(this.repaired.lines, place)
  }
}
