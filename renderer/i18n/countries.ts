export { allCountries, type Country, countryName, searchNames } from '#shared/i18n/country-names.ts'
