// The number a day will get is shown before it is closed, so the rule stands where screens can read it.
export { closeNumber } from '#shared/domain/close-number.ts'
