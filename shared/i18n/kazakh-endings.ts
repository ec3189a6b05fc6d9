/**
 * Case endings of Kazakh for what stands in figures. The ending follows the last word as it is *said*: 14:52 is "елу екі" and takes
 * -де, 13:05 is "бес" and takes -те; 5 мамыр takes -да, 5 қыркүйек takes -те.
 */
export type KazakhCase = 'locative' | 'dative' | 'ablative'

type Endings = Readonly<Record<KazakhCase, string>>

const BACK_VOICED: Endings = { locative: 'да', dative: 'ға', ablative: 'дан' }
const BACK_VOICELESS: Endings = { locative: 'та', dative: 'қа', ablative: 'тан' }
const BACK_NASAL: Endings = { locative: 'да', dative: 'ға', ablative: 'нан' }
const FRONT_VOICED: Endings = { locative: 'де', dative: 'ге', ablative: 'ден' }
const FRONT_VOICELESS: Endings = { locative: 'те', dative: 'ке', ablative: 'тен' }

/** нөл, бір, екі, үш, төрт, бес, алты, жеті, сегіз, тоғыз. */
const UNITS: readonly Endings[] = [
  FRONT_VOICED,
  FRONT_VOICED,
  FRONT_VOICED,
  FRONT_VOICELESS,
  FRONT_VOICELESS,
  FRONT_VOICELESS,
  BACK_VOICED,
  FRONT_VOICED,
  FRONT_VOICED,
  BACK_VOICED,
]

/** нөл, он, жиырма, отыз, қырық, елу. */
const TENS: readonly Endings[] = [FRONT_VOICED, BACK_NASAL, BACK_VOICED, BACK_VOICED, BACK_VOICELESS, FRONT_VOICED]

/** қаңтар … желтоқсан. */
const MONTHS: readonly Endings[] = [
  BACK_VOICED,
  BACK_NASAL,
  BACK_VOICED,
  FRONT_VOICED,
  BACK_VOICED,
  BACK_NASAL,
  FRONT_VOICED,
  BACK_VOICED,
  FRONT_VOICELESS,
  BACK_NASAL,
  BACK_VOICED,
  BACK_NASAL,
]

/** `time` is `HH:mm`; gives it with its ending: `14:52-де`. */
export function timeInCase(time: string, grammaticalCase: KazakhCase): string {
  const minutes = Number(time.slice(3, 5))
  const endings = minutes % 10 === 0 ? TENS[minutes / 10] : UNITS[minutes % 10]
  if (endings === undefined) throw new RangeError(`Not a time of day: ${time.slice(0, 10)}`)
  return `${time}-${endings[grammaticalCase]}`
}

/** The ending of a month's name, 1 = қаңтар. */
export function monthEnding(month: number, grammaticalCase: KazakhCase): string {
  const endings = MONTHS[month - 1]
  if (endings === undefined) throw new RangeError(`Not a month: ${month}`)
  return endings[grammaticalCase]
}
