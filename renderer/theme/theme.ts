import { type CSSVariablesResolver, createTheme, type MantineColorsTuple, virtualColor } from '@mantine/core'

/** Көк, the one accent. Shade 8 is what the light theme acts with; the neighbours serve hover and soft grounds. */
const KOK: MantineColorsTuple = [
  '#eff8fb',
  '#dceef4',
  '#b9dbe6',
  '#8fc0d0',
  '#5b9fb5',
  '#357f98',
  '#1f6d87',
  '#12627c',
  '#0a5a72',
  '#07475b',
]

/** The same accent on dark ground, where shade 7 is the one that acts. */
const KOK_ON_DARK: MantineColorsTuple = [
  '#e6f7fc',
  '#cdeef7',
  '#b9e7f3',
  '#a6e0f0',
  '#93d9ec',
  '#85d3e9',
  '#7acee6',
  '#6fcae4',
  '#2c6677',
  '#12323d',
]

/** Mantine speaks through the desk's own tokens (styles/tokens.css), so that both look the same in either scheme. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 8, dark: 7 },
  autoContrast: true,
  colors: {
    kok: KOK,
    kokOnDark: KOK_ON_DARK,
    accent: virtualColor({ name: 'accent', light: 'kok', dark: 'kokOnDark' }),
  },
  fontFamily: 'var(--font-ui)',
  fontFamilyMonospace: 'var(--font-mono)',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '15px', xl: '20px' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '10px', xl: '16px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '20px', xl: '24px' },
  defaultRadius: 'sm',
  cursorType: 'default',
  focusRing: 'auto',
  respectReducedMotion: true,
  headings: { fontFamily: 'var(--font-ui)', fontWeight: '700' },
})

export const cssVariablesResolver: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--canvas)',
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-dimmed': 'var(--text-3)',
    '--mantine-color-placeholder': 'var(--text-3)',
    '--mantine-color-error': 'var(--st-rejected)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--hover)',
    '--mantine-color-default-color': 'var(--text)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-disabled': 'var(--sunken)',
    '--mantine-color-disabled-color': 'var(--text-3)',
    '--mantine-line-height': 'var(--lh-body)',
  }
  return { variables: {}, light: shared, dark: shared }
}
