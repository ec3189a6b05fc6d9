import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { CAUSES, type Cause } from '#shared/domain/channel.ts'
import { isSettled, NOTIFICATION_STATES } from '#shared/domain/notification.ts'
import { PROJECT_ROOT } from '../../support/project.ts'
import { NOT_LEFT, reachablePairs, UNANSWERED } from './reachable-pairs.ts'

/** Causes that the sources in a folder name. */
function namedIn(...folder: string[]): readonly Cause[] {
  const directory = join(PROJECT_ROOT, ...folder)
  const sources = readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(directory, file), 'utf8'))
    .join('\n')
  return CAUSES.filter((cause) => sources.includes(`'${cause}'`))
}

it('every state can be reached, and every cause some code gives', () => {
  const pairs = reachablePairs()
  expect([...new Set(pairs.map(({ state }) => state))]).toEqual([...NOTIFICATION_STATES])
  const reached = CAUSES.filter((word) => pairs.some(({ cause }) => cause === word))
  const named = new Set([...namedIn('electron', 'channels'), ...namedIn('electron', 'outbox')])
  expect(reached).toEqual(CAUSES.filter((word) => named.has(word)))
})

it('the channel names no way to fail that the table does not know', () => {
  expect(namedIn('electron', 'channels').filter((word) => !NOT_LEFT.includes(word) && !UNANSWERED.includes(word))).toEqual([])
})

it('what is open never carries the cause of something else', () => {
  const open = reachablePairs().filter(({ state }) => !isSettled(state))
  const causesIn = (state: string) => open.filter((pair) => pair.state === state).map(({ cause }) => cause)
  expect(causesIn('sending')).toEqual([null])
  expect(causesIn('rejected')).toEqual(['content_refused'])
  expect(causesIn('duplicate')).toEqual(['already_there', 'program_error'])
  expect(causesIn('deferred')).toEqual([null, 'program_error'])
  expect(causesIn('incomplete')).toEqual([null])
})
