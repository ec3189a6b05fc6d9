/**
 * The faces a PDF is set in, by where their packages keep them. The build copies them beside the program (`out/desk/fonts`), so the file
 * names have to differ from each other. Static faces: a variable font becomes pictures of letters that nobody can search.
 */
export const FONT_PACKAGE_FILES = {
  Golos: {
    normal: '@expo-google-fonts/golos-text/400Regular/GolosText_400Regular.ttf',
    bold: '@expo-google-fonts/golos-text/600SemiBold/GolosText_600SemiBold.ttf',
  },
  Noto: {
    normal: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
    bold: '@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf',
  },
} as const

/** Their licences (SIL OFL 1.1) travel with them. */
export const FONT_LICENCES = {
  'OFL-GolosText.txt': '@expo-google-fonts/golos-text/LICENSE_FONT',
  'OFL-NotoSans.txt': '@expo-google-fonts/noto-sans/LICENSE_FONT',
} as const
