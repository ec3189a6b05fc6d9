/** Actions of the audit entries about closes; the subject is the close, and nothing personal is in them. */
export const CLOSED = 'day.closed'
export const FILE_MADE = 'day.file_made'
export const FILE_GIVEN = 'day.file_given'
export const COPY_GIVEN = 'day.copy_given'
