import { describe, expect, it } from 'vitest'
import { NOTIFICATION_STATES, type NotificationEvent, type NotificationState, transition } from '#shared/domain/notification.ts'

const EVENTS: readonly NotificationEvent[] = [
  { type: 'assessed', assessment: 'ready' },
  { type: 'lease_taken' },
  { type: 'lease_ended' },
  { type: 'handed_over' },
  { type: 'taken_back' },
  { type: 'send_started' },
  { type: 'woken' },
  { type: 'not_sent' },
  { type: 'outcome_unknown' },
  { type: 'deferred' },
  { type: 'rejected' },
  { type: 'duplicate_reported' },
  { type: 'needs_human' },
  { type: 'doubted' },
  { type: 'duplicate_disowned' },
  { type: 'found_absent' },
  { type: 'accepted' },
  { type: 'set_not_required' },
  { type: 'set_filed_elsewhere' },
  { type: 'cancelled' },
]

function stateAfter(state: NotificationState, event: NotificationEvent): NotificationState | 'impossible' {
  const moved = transition(state, event)
  return moved.ok ? moved.value : 'impossible'
}

describe('transition', () => {
  it('is total: every state answers every event, with a state or with why not', () => {
    for (const state of NOTIFICATION_STATES) {
      for (const event of EVENTS) {
        const moved = transition(state, event)
        if (moved.ok) expect(NOTIFICATION_STATES).toContain(moved.value)
        else expect(moved.error).toEqual({ code: 'impossible_move', state, event: event.type })
      }
    }
  })

  it('makes exactly these moves and no other', () => {
    const moves = EVENTS.map((event) => {
      const from = NOTIFICATION_STATES.filter((state) => transition(state, event).ok)
      const to = new Set(from.map((state) => stateAfter(state, event)))
      return `${event.type}: ${from.join(' ')} → ${[...to].join(' ')}`
    })
    expect(moves).toEqual([
      'assessed: citizenship_unknown incomplete ready handover rejected filed_elsewhere not_required cancelled → ready',
      'lease_taken: ready handover → leased',
      'lease_ended: leased → ready',
      'handed_over: ready leased → handover',
      'taken_back: handover → ready',
      'send_started: ready → sending',
      'woken: sending → unknown',
      'not_sent: sending → ready',
      'outcome_unknown: sending deferred → unknown',
      'deferred: sending unknown deferred → deferred',
      'rejected: sending unknown deferred → rejected',
      'duplicate_reported: sending unknown deferred → duplicate',
      'needs_human: sending → handover',
      'doubted: citizenship_unknown incomplete ready handover → unknown',
      'duplicate_disowned: duplicate → handover',
      'found_absent: unknown deferred duplicate → ready',
      'accepted: leased handover sending unknown deferred duplicate → accepted',
      'set_not_required: citizenship_unknown incomplete ready handover rejected → not_required',
      'set_filed_elsewhere: citizenship_unknown incomplete ready handover unknown duplicate rejected → filed_elsewhere',
      'cancelled: citizenship_unknown incomplete ready handover rejected → cancelled',
    ])
  })

  it('lets nothing leave accepted', () => {
    expect(EVENTS.filter((event) => transition('accepted', event).ok)).toEqual([])
  })

  it('sends nothing but what is ready', () => {
    expect(NOTIFICATION_STATES.filter((state) => transition(state, { type: 'send_started' }).ok)).toEqual(['ready'])
  })

  it('wakes a send that was cut off as unknown, and never sends it again before it was asked about', () => {
    expect(stateAfter('sending', { type: 'woken' })).toBe('unknown')
    expect(stateAfter('unknown', { type: 'send_started' })).toBe('impossible')
    expect(stateAfter('unknown', { type: 'not_sent' })).toBe('impossible')
    expect(stateAfter('unknown', { type: 'found_absent' })).toBe('ready')
  })

  it('lets a person set aside or withdraw only what is not on its way', () => {
    const busy: readonly NotificationState[] = ['leased', 'sending', 'deferred', 'accepted']
    for (const type of ['set_not_required', 'set_filed_elsewhere', 'cancelled'] as const) {
      expect(busy.filter((state) => transition(state, { type }).ok)).toEqual([])
    }
    expect(stateAfter('unknown', { type: 'cancelled' })).toBe('impossible')
    expect(stateAfter('unknown', { type: 'set_filed_elsewhere' })).toBe('filed_elsewhere')
  })

  it('keeps two clerks off one guest', () => {
    expect(stateAfter('ready', { type: 'lease_taken' })).toBe('leased')
    expect(stateAfter('leased', { type: 'lease_taken' })).toBe('impossible')
    expect(stateAfter('leased', { type: 'send_started' })).toBe('impossible')
  })
})
