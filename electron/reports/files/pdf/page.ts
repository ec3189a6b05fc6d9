/** A4 in points, and what of it is printed on. */
export const PAGE = { width: 595.28, height: 841.89, left: 40, right: 40, top: 44, bottom: 48 } as const
/** Below a banner. */
export const BANNER_HEIGHT = 22
export const CONTENT_WIDTH = PAGE.width - PAGE.left - PAGE.right
export const COLUMN_GAP = 18

/** Everything is black or grey: a sheet is copied, faxed and filed. */
export const INK = '#000000'
export const NOTE_INK = '#4d4d4d'
export const LINE = '#b3b3b3'

export const SIZE = { title: 15, heading: 11, under: 9.5, text: 8.5, cell: 7.8, note: 7.2, foot: 6.4, figure: 17 } as const
