import { readFile } from 'node:fs/promises'
import { extname, join, resolve, sep } from 'node:path'
import { contentSecurityPolicy, SECURITY_HEADERS, withNonce } from './content-security-policy.ts'

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
}

/**
 * The file a URL path names below `root`, or `undefined` when it names none. The path is decoded first, then resolved, then compared:
 * `%2f` and `%5c` survive URL parsing, so a comparison before decoding would let `..%2f` through.
 */
export function resolveRendererPath(root: string, urlPath: string): string | undefined {
  const decoded = decodePath(urlPath)
  if (decoded === undefined || /[\0\\:]/.test(decoded)) return undefined
  const base = resolve(root)
  const file = resolve(base, `.${decoded.startsWith('/') ? decoded : `/${decoded}`}`)
  if (file !== base && !file.startsWith(base + sep)) return undefined
  if (decoded.split('/').some((part) => part.startsWith('.'))) return undefined
  // A screen's address has no file of its own: the one page serves them all.
  return extname(file) === '' ? join(base, 'index.html') : file
}

/** A file of the renderer as both hosts answer it. */
export interface RendererAnswer {
  readonly status: 200 | 404
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer | string
}

/** Reads what `urlPath` names. The page gets a policy with `nonce`, which must be new for each answer. */
export async function readRendererFile(root: string, urlPath: string, nonce: string): Promise<RendererAnswer> {
  const file = resolveRendererPath(root, urlPath)
  const mediaType = file === undefined ? undefined : MEDIA_TYPES[extname(file)]
  const content = file === undefined || mediaType === undefined ? undefined : await readIfThere(file)
  if (file === undefined || mediaType === undefined || content === undefined) {
    return { status: 404, headers: { ...SECURITY_HEADERS, 'content-type': 'text/plain; charset=utf-8' }, body: 'Not found\n' }
  }
  const headers = { ...SECURITY_HEADERS, 'content-type': mediaType, 'content-security-policy': contentSecurityPolicy(nonce) }
  if (extname(file) === '.html') {
    return {
      status: 200,
      headers: { ...headers, 'cache-control': 'no-store' },
      body: withNonce(content.toString('utf8'), nonce),
    }
  }
  // Names under assets/ carry a hash of their content.
  const isHashed = file.startsWith(join(resolve(root), 'assets') + sep)
  return {
    status: 200,
    headers: { ...headers, 'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache' },
    body: content,
  }
}

function decodePath(urlPath: string): string | undefined {
  try {
    return decodeURIComponent(urlPath)
  } catch {
    return undefined
  }
}

async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return undefined
    throw error
  }
}
