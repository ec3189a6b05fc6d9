import { parentPort, workerData } from 'node:worker_threads'
import { runInSandbox, type ScriptRun } from './script-sandbox.ts'

/** One run, then the thread ends and everything with it. */
parentPort?.postMessage(await runInSandbox(workerData as ScriptRun))
