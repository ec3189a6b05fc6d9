import { join } from 'node:path'
import { build, createServer, preview } from 'vite'
import { PROJECT_ROOT } from '../../support/project.ts'
import { makeTempDirectory, removeDirectory } from '../../support/temp-directory.ts'

const CONFIG = join(PROJECT_ROOT, 'vite.gallery.config.ts')

export interface RunningGallery {
  readonly url: string
  close(): Promise<void>
}

/** The gallery as a built page: what is photographed and tested. */
export async function serveBuiltGallery(): Promise<RunningGallery> {
  const outDir = makeTempDirectory()
  await build({ configFile: CONFIG, logLevel: 'error', build: { outDir } })
  const server = await preview({ configFile: CONFIG, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } })
  return {
    url: urlOf(server.resolvedUrls),
    async close() {
      await server.close()
      removeDirectory(outDir)
    },
  }
}

/** The gallery as its sources stand, changes shown as they are saved. */
export async function serveLiveGallery(): Promise<RunningGallery> {
  const server = await createServer({ configFile: CONFIG, logLevel: 'warn', server: { host: '127.0.0.1', port: 0 } })
  await server.listen()
  return { url: urlOf(server.resolvedUrls), close: () => server.close() }
}

function urlOf(urls: { readonly local: readonly string[] } | null): string {
  const url = urls?.local[0]
  if (url === undefined) throw new Error('Vite serves the gallery at no address')
  return url
}
