import type { MachineChannel } from '#electron/channels/adapter.ts'

/** A real channel with a count of calls under way, so that virtual time stands still while real HTTP goes on. */
export interface WatchedChannel {
  readonly channel: MachineChannel
  isUnderWay(): boolean
  /** Calls begun so far. */
  calls(): number
}

export function watched(channel: MachineChannel): WatchedChannel {
  let underWay = 0
  let calls = 0
  const during = async <T>(work: Promise<T>): Promise<T> => {
    underWay++
    calls++
    try {
      return await work
    } finally {
      underWay--
    }
  }
  const { lookUpMany, fetchReceipt } = channel
  return {
    channel: {
      ...channel,
      ...(lookUpMany === undefined ? {} : { lookUpMany: (notices, signal) => during(lookUpMany(notices, signal)) }),
      ...(fetchReceipt === undefined ? {} : { fetchReceipt: (notice, signal) => during(fetchReceipt(notice, signal)) }),
      send: (notices, signal) => during(channel.send(notices, signal)),
      lookUp: (notice, signal) => during(channel.lookUp(notice, signal)),
      probe: (signal) => during(channel.probe(signal)),
    },
    isUnderWay: () => underWay > 0,
    calls: () => calls,
  }
}
