const HIDDEN = '•••'
const HIDDEN_CHARACTERS = 3

/**
 * A document number for a screen others may see: `U7041•••3`. Three characters are hidden, so that colleagues can still tell two
 * documents apart; a short number is hidden but for its last character.
 */
export function maskNumber(number: string): string {
  const characters = [...number]
  if (characters.length <= HIDDEN_CHARACTERS) return HIDDEN
  const head = characters.slice(0, characters.length - HIDDEN_CHARACTERS - 1).join('')
  return `${head}${HIDDEN}${characters.at(-1) ?? ''}`
}
