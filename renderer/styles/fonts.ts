// Golos Text is the face; Noto Sans only steps in, glyph by glyph, for what Golos lacks (Vietnamese, Greek). Both are bundled.
import '@fontsource/golos-text/400.css'
import '@fontsource/golos-text/600.css'
import '@fontsource/golos-text/700.css'
import '@fontsource/noto-sans/400.css'
import '@fontsource/noto-sans/600.css'
import '@fontsource/noto-sans/700.css'
