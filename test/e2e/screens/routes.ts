import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT_ROOT } from '../../support/project.ts'

/** Which addresses a person can open for each route of the product; `:guest` stands for a guest who is there. */
const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  '/': ['/'],
  '/check-in': ['/check-in'],
  '/guests': ['/guests'],
  '/in-house': ['/in-house'],
  '/guest/:noticeId': ['/guest/:guest'],
  '/queue': ['/queue'],
  '/queue/:noticeId': ['/queue/journal', '/queue/paper'],
  '/end-of-day': ['/end-of-day'],
  '/end-of-day/:place': ['/end-of-day/handover', '/end-of-day/2026-07-20..2026-07-26'],
  '/calendar': ['/calendar'],
  '/calendar/:place': ['/calendar/preview'],
  '/rules': ['/rules'],
  '/rules/:section': ['/rules/calculator', '/rules/clocks', '/rules/countries', '/rules/lost-passport', '/rules/visas'],
  '/help': ['/help'],
  '/help/:article': ['/help/lost-passport'],
  '/settings': ['/settings'],
  '/settings/:section': ['/settings/filing', '/settings/delivery'],
}

/** Every address of every route in `renderer/app/screens.tsx`. A route that is not known here is an error: it would go untested. */
export function everyAddress(guestId: string): readonly string[] {
  const source = readFileSync(join(PROJECT_ROOT, 'renderer', 'app', 'screens.tsx'), 'utf8')
  const routes = [...source.matchAll(/^\s*(?:\{ )?path: '([^']+)'/gm)].map(([, path]) => path ?? '')
  const unknown = routes.filter((route) => ADDRESSES[route] === undefined)
  if (routes.length < 10 || unknown.length > 0)
    throw new Error(`Name an address for: ${unknown.join(', ') || 'no route found'}`)
  return routes.flatMap((route) => ADDRESSES[route] ?? []).map((address) => address.replace(':guest', guestId))
}
