import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export interface CacheServer {
  readonly url: string
  /** What has been put, by hash. */
  readonly stored: ReadonlyMap<string, Buffer>
}

/**
 * A remote cache for Turborepo on the loopback interface; it goes away with the test.
 *
 * @see https://turborepo.com/docs/openapi
 */
export async function startCacheServer(): Promise<CacheServer> {
  const stored = new Map<string, Buffer>()
  const server = createServer(async (request, response) => {
    const hash = /\/artifacts\/([0-9a-f]{16})\b/.exec(request.url ?? '')?.[1]
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    if (hash === undefined) return response.end('{"status":"enabled"}')
    if (request.method === 'PUT') {
      stored.set(hash, Buffer.concat(parts))
      return response.writeHead(202).end('{"urls":[]}')
    }
    const found = stored.get(hash)
    return response.writeHead(found ? 200 : 404).end(request.method === 'GET' ? found : undefined)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stored }
}
