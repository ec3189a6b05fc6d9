import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The page of all components, for us: see renderer/gallery. Not part of the product's build. */
export default defineConfig({
  root: `${import.meta.dirname}/renderer/gallery`,
  publicDir: false,
  plugins: [react()],
  // Components, words and rules lie beside and above it.
  server: { fs: { allow: [import.meta.dirname] } },
  build: { target: 'chrome140', emptyOutDir: true, chunkSizeWarningLimit: 2000 },
})
