export { dayReasonInWords } from '#shared/i18n/explain/day-reason.ts'
