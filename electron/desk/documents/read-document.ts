import type { z } from 'zod'
import { MAX_PICTURE_PIXELS, type pictureSchema, type ReadingEvent } from '#shared/contract/document-contract.ts'
import type { Caller } from '../caller.ts'
import { badInput } from '../desk-error.ts'
import type { Register } from '../register.ts'
import type { ReadingLine } from './reading-line.ts'

/** The zone of a picture, as a stream. Nothing of the picture is kept. Throws `BAD_INPUT` where the bytes are not as many as the pixels. */
export async function readDocument(
  register: Register,
  line: ReadingLine,
  caller: Caller,
  { pixels: content, width, height }: z.infer<typeof pictureSchema>,
  signal: AbortSignal | undefined,
): Promise<AsyncGenerator<ReadingEvent, void, void>> {
  if (width * height > MAX_PICTURE_PIXELS)
    throw badInput('width', 'picture_too_large', 'The picture has more pixels than are read; scale it down.')
  if (content.size !== width * height)
    throw badInput('pixels', 'picture_broken', 'The picture is not as large as it says it is.')
  const pixels = new Uint8Array(await content.arrayBuffer())
  return line.read(caller.workplace, { picture: { width, height, pixels }, today: register.today() }, signal)
}
