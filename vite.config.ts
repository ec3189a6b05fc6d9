import { readFileSync } from 'node:fs'
import { builtinModules, createRequire } from 'node:module'
import { basename } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type EnvironmentOptions, type Plugin } from 'vite'
import { FONT_LICENCES, FONT_PACKAGE_FILES } from './electron/reports/files/pdf/font-files.ts'

const ROOT = import.meta.dirname

/** Electron itself, Node's own modules, and the one library with a native part. */
const NOT_BUNDLED = [/^node:/, ...builtinModules, 'electron', /^electron\//, 'better-sqlite3']

/** Programs that run on Node or in Electron's privileged processes: one file each, plus chunks for what is imported lazily. */
function program(options: {
  readonly outDir: string
  readonly input: Readonly<Record<string, string>>
  readonly format: 'es' | 'cjs'
}): EnvironmentOptions {
  const extension = options.format === 'es' ? 'js' : 'cjs'
  return {
    consumer: 'server',
    // CommonJS packages inside an ES module: pdfmake asks where it lies.
    ...(options.format === 'es' ? { define: { __dirname: 'import.meta.dirname' } } : {}),
    resolve: { conditions: ['node'], external: ['better-sqlite3', 'electron'], noExternal: true },
    build: {
      outDir: `${ROOT}/out/${options.outDir}`,
      emptyOutDir: true,
      target: 'node24',
      // Stack traces in a hotel's log are read by people.
      minify: false,
      rolldownOptions: {
        input: { ...options.input },
        external: NOT_BUNDLED,
        platform: 'node',
        output: {
          format: options.format,
          entryFileNames: `[name].${extension}`,
          // Beside the entries, so that `import.meta.dirname` means the same folder in each of them.
          chunkFileNames: `[name]-[hash].${extension}`,
        },
      },
    },
  }
}

/** The faces of the PDFs and their licences, as files beside the desk process: read when the first PDF is made, and not before. */
function fontsOfPdfs(): Plugin {
  const packages = createRequire(import.meta.url)
  const faces = Object.values(FONT_PACKAGE_FILES).flatMap(({ normal, bold }) => [normal, bold])
  const files = [...faces.map((file) => [basename(file), file] as const), ...Object.entries(FONT_LICENCES)]
  return {
    name: 'fonts-of-pdfs',
    applyToEnvironment: ({ name }) => name === 'desk',
    generateBundle() {
      for (const [name, file] of files)
        this.emitFile({ type: 'asset', fileName: `fonts/${name}`, source: readFileSync(packages.resolve(file)) })
    },
  }
}

/**
 * Everything that runs, into `out/`: Electron's main process and preload, the desk process with its hosts, and the pages. One plain
 * Vite config, because three of the four are used without Electron as often as with it.
 */
export default defineConfig({
  root: `${ROOT}/renderer`,
  base: '/',
  plugins: [react(), fontsOfPdfs()],
  environments: {
    main: program({ outDir: 'main', input: { main: `${ROOT}/electron/main.ts` }, format: 'es' }),
    preload: program({ outDir: 'preload', input: { preload: `${ROOT}/electron/preload.ts` }, format: 'cjs' }),
    desk: program({
      outDir: 'desk',
      input: {
        'desk-process': `${ROOT}/electron/desk/desk-process-entry.ts`,
        cli: `${ROOT}/electron/hosts/cli.ts`,
        'proxy-script-worker': `${ROOT}/electron/channels/proxy/proxy-script-worker.ts`,
        'picture-worker': `${ROOT}/electron/desk/documents/picture/picture-worker.ts`,
        'pdf-worker': `${ROOT}/electron/reports/files/pdf/pdf-worker.ts`,
        'receipt-text-worker': `${ROOT}/electron/desk/filing/watch/receipt-text-worker.ts`,
      },
      format: 'es',
    }),
    client: {
      build: {
        outDir: `${ROOT}/out/renderer`,
        emptyOutDir: true,
        // Electron 45 and any browser of its year.
        target: 'chrome140',
        // The content security policy takes fonts from files only.
        assetsInlineLimit: 0,
        chunkSizeWarningLimit: 2000,
      },
    },
  },
  builder: {
    async buildApp(builder) {
      for (const name of ['client', 'desk', 'main', 'preload']) {
        const environment = builder.environments[name]
        if (environment !== undefined) await builder.build(environment)
      }
    },
  },
})
