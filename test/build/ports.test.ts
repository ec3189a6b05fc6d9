import { describe, expect, it } from 'vitest'
import { testPorts } from '../support/ports.ts'

describe('the ports of a test', () => {
  it('are the same for the same seed', () => {
    const draw = (seed: number) => {
      const ports = testPorts({ seed })
      return [ports.newId(), ports.random(), ports.randomBytes(4).toString('hex')]
    }
    expect(draw(7)).toEqual(draw(7))
    expect(draw(7)).not.toEqual(draw(8))
  })

  it('give rising ids of version 7, within one millisecond and when the clock jumps back', () => {
    const ports = testPorts()
    const ids = Array.from({ length: 50 }, () => ports.newId())
    ports.clock.advance(1)
    ids.push(ports.newId())
    ports.clock.setWallTime('2000-01-01T00:00:00.000Z')
    ids.push(ports.newId(), ports.newId())
    expect(ids).toEqual([...ids].sort())
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
  })
})
