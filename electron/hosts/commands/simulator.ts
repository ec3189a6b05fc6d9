import { FAULT_NAMES, type FaultName, isFaultName } from '#electron/simulator/faults.ts'
import { startSimulator } from '#electron/simulator/start-simulator.ts'
import { type Command, PORT_FLAG, portOf, Refusal, textOf, textsOf, UsageError, wholeNumberOf } from '../command.ts'

/** Runs until it is asked to stop. */
export const simulator: Command = {
  summary: 'a migration service for training and tests, with faults on purpose',
  flags: {
    port: PORT_FLAG,
    fault: { type: 'string', multiple: true, value: 'NAME=P', help: `probability 0–1 of ${FAULT_NAMES.join(', ')}` },
    seed: { type: 'string', value: 'N', help: 'which requests the faults hit (1)' },
  },
  async run(invocation) {
    const port = portOf(invocation)
    if (textOf(invocation, 'data') === undefined)
      throw new UsageError('--data is needed: the service keeps what it received there.')
    const faults = Object.fromEntries(textsOf(invocation, 'fault').map(readFault))
    const seed = wholeNumberOf(invocation, 'seed', { min: 0, max: 2 ** 32 - 1 })
    const running = await startSimulator({
      directory: invocation.directory,
      port,
      faults,
      ...(seed === undefined ? {} : { seed }),
    }).catch((error: unknown) => {
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      if (code === 'EADDRINUSE')
        throw new Refusal(
          'PORT_BUSY',
          `Port ${port} is used by another program. Choose another with --port, or 0 for any free one.`,
          { port },
        )
      const reason = error instanceof Error ? error.message : code
      throw new Refusal('NOT_STARTED', `The simulated service could not start: ${reason}`)
    })
    const stopped = invocation.io.untilStopped()
    invocation.io.writeOut(`${JSON.stringify({ url: running.url })}\n`)
    await stopped
    await running.close()
    return 0
  },
}

function readFault(text: string): [FaultName, number] {
  const [name = '', probability = ''] = text.split('=')
  if (!isFaultName(name)) throw new UsageError(`There is no fault "${name.slice(0, 40)}"; there are ${FAULT_NAMES.join(', ')}.`)
  if (!/^(0|1|0?\.\d+|1\.0+|0\.\d*)$/.test(probability)) {
    throw new UsageError(`--fault ${name} needs a probability from 0 to 1, e.g. --fault ${name}=0.3.`)
  }
  return [name, Number(probability)]
}
