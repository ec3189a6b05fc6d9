import { systemPorts } from '#electron/desk/system-ports.ts'
import { guestBook, openHotel, setUp } from '../scenario/hotel.ts'
import type { Finding } from './judge.ts'

const ports = {
  ...systemPorts(),
  clock: { now: () => Date.parse('2026-11-23T09:00:00.000Z'), monotonicMs: () => performance.now() },
}

/** Sets the desk to work in a folder that survived a cut: it opens, takes a guest, and everything still verifies. */
export async function workOn(directory: string): Promise<Finding[]> {
  const hotel = await openHotel({ directory, ports })
  try {
    const trouble = hotel.process.trouble()
    if (trouble !== null) return [{ kind: 'damaged', what: `the desk does not open: ${trouble.code}` }]
    if (hotel.process.desk() === undefined) await setUp(hotel)
    const request = guestBook(1, ports.newId)(1)
    const { notices } = await hotel.client.checkIn.create({ ...request, guests: [...request.guests] })
    const { isClean } = await hotel.client.maintenance.verify()
    return notices.length === 1 && isClean ? [] : [{ kind: 'damaged', what: 'the desk cannot work on' }]
  } finally {
    await hotel.process.stop()
  }
}
