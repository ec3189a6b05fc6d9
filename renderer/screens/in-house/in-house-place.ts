export const IN_HOUSE_PATH = '/in-house'

/** Where the half-done list is kept: one for each workplace. */
export const IN_HOUSE_SUBJECT = 'in-house'
export const IN_HOUSE_FORM = 'list'
