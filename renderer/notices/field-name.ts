export { fieldName, registerField } from '#shared/i18n/explain/field-name.ts'
