import { fileURLToPath } from 'node:url'

/** The project's folder, absolute, without a closing slash. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

/** @param {...string} parts */
export function inProject(...parts) {
  return [projectRoot, ...parts].join('/')
}
