import { expect, test } from 'vitest'
import { type PrimaryAction, primaryAction } from '#renderer/notices/primary-action.ts'
import type { ChannelId } from '#shared/domain/channel.ts'
import { NOTIFICATION_STATES, type NotificationState } from '#shared/domain/notification.ts'

const ID = '01890000-0000-7000-8000-000000000001'
const GUEST: PrimaryAction['step'] = { go: `/guest/${ID}` }
const DECIDE: PrimaryAction['step'] = { go: `/queue/decide-${ID}` }
const FILE: PrimaryAction['step'] = { go: `/queue/${ID}` }

function action(state: NotificationState, channel: ChannelId, more: { nextAttemptAt?: string; isMine?: boolean } = {}) {
  const lease = more.isMine === undefined ? null : { by: 'А. С.', isMine: more.isMine, until: '2026-05-05T10:00:00.000Z' }
  return primaryAction({ id: ID, state, nextAttemptAt: more.nextAttemptAt ?? null, lease }, channel)
}

test.each<[NotificationState, PrimaryAction, PrimaryAction]>([
  ['citizenship_unknown', { word: 'specify', step: GUEST }, { word: 'specify', step: GUEST }],
  ['incomplete', { word: 'complete', step: GUEST }, { word: 'complete', step: GUEST }],
  ['ready', { word: 'send', step: { do: 'send' } }, { word: 'file', step: FILE }],
  ['handover', { word: 'file', step: FILE }, { word: 'file', step: FILE }],
  ['unknown', { word: 'reconcile', step: { do: 'reconcile' } }, { word: 'confirm', step: DECIDE }],
  ['duplicate', { word: 'confirm', step: DECIDE }, { word: 'confirm', step: DECIDE }],
  ['rejected', { word: 'correct', step: GUEST }, { word: 'correct', step: GUEST }],
  ['sending', { word: 'open', step: GUEST }, { word: 'open', step: GUEST }],
  ['accepted', { word: 'open', step: GUEST }, { word: 'open', step: GUEST }],
])('%s', (state, automatic, byHand) => {
  expect([action(state, 'migration-api'), action(state, 'assisted-portal')]).toEqual([automatic, byHand])
})

test('in back-off the word is "now"', () => {
  expect(action('ready', 'migration-api', { nextAttemptAt: '2026-05-05T09:52:00.000Z' }).word).toBe('sendNow')
})

test('a colleague’s lease only opens the guest; my own goes on filing', () => {
  expect([
    action('leased', 'assisted-portal', { isMine: false }).step,
    action('leased', 'assisted-portal', { isMine: true }).step,
  ]).toEqual([GUEST, FILE])
})

test('every state has a next step in either channel', () => {
  for (const state of NOTIFICATION_STATES)
    for (const channel of ['migration-api', 'assisted-portal'] as const) expect(action(state, channel).word).toBeTruthy()
})
