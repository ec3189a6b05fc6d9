import type { Edit } from './bugs.ts'

/** The source of a file with one mistake in it. Throws where what is to be replaced does not stand there as often as it should. */
export function withEdit(text: string, { file, find, put, times = 1 }: Edit): string {
  const found = text.split(find).length - 1
  if (found !== times) throw new Error(`The snippet "${find}" stands ${found} times in ${file}, not ${times}`)
  return text.replaceAll(find, () => put)
}
