import { expect, it } from 'vitest'
import { CHANNELS } from '#electron/channels/registry.ts'
import { CHANNEL_IDS, isFiledByHand } from '#shared/domain/channel.ts'

it('pages and adapters agree on where a person submits', () => {
  for (const id of CHANNEL_IDS) expect([CHANNELS[id].id, CHANNELS[id].submission === 'human']).toEqual([id, isFiledByHand(id)])
})

it('a counter takes an arrival of any age: the law’s date alone is acted upon', () => {
  expect(CHANNELS.paper).toMatchObject({
    arrivalBackdatingLimitDays: null,
    proofKinds: ['reference', 'receipt'],
    amend: 'none',
  })
})
