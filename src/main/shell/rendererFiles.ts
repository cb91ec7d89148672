// The built renderer as answers to requests: only its own files, each with its type and the content security policy.
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { emptyPage, isOwnAddress } from './origin.ts'

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

// Mantine sets styles at run time, so styles (never scripts) may be inline. The patient file's watermark is a data image.
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "worker-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  // Only the preload's policy may turn text into elements, and it makes no frames.
  "require-trusted-types-for 'script'",
  'trusted-types default',
].join('; ')

const refuse = (status: number) => new Response(null, { status })

/**
 * Answers one request for a file of the renderer.
 * @param folder the built renderer, absolute
 */
export async function serve(folder: string, request: Pick<Request, 'url' | 'method'>): Promise<Response> {
  if (request.method === 'GET' && request.url === emptyPage) {
    return new Response('<!doctype html><title>Palpate</title>', {
      headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "default-src 'none'" },
    })
  }
  if (request.method !== 'GET' || !isOwnAddress(request.url)) return refuse(405)
  let path: string
  try {
    path = decodeURIComponent(new URL(request.url).pathname)
  } catch {
    return refuse(400)
  }
  const file = normalize(join(folder, path))
  const contentType = contentTypes[extname(file)]
  if (!file.startsWith(folder + sep) || contentType === undefined) return refuse(404)
  try {
    return new Response(new Uint8Array(await readFile(file)), {
      headers: {
        'content-type': contentType,
        'content-security-policy': contentSecurityPolicy,
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
        'x-dns-prefetch-control': 'off',
      },
    })
  } catch {
    return refuse(404)
  }
}
