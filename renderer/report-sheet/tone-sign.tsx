import type { Tone } from '#shared/reports/document.ts'
import { Icon, type IconName } from '../components/icon.tsx'

/** A sheet is black on white: what a colour would say, a shape says. The words stand beside it. */
const SIGNS: Readonly<Record<Tone, IconName | null>> = {
  plain: null,
  quiet: null,
  good: 'ok',
  soon: 'clock',
  bad: 'alert',
  unsure: 'ask',
}

export function ToneSign({ tone }: { readonly tone: Tone | undefined }) {
  const sign = SIGNS[tone ?? 'plain']
  return sign === null ? null : <Icon name={sign} />
}
