// Each turn has its own `try`: a link that cannot be reached ends its turn, not the loop. The rewrite keeps the `try`.

export async function checkLinks(links: string[]): Promise<Map<string, number | null>> {
  const statuses = new Map<string, number | null>()
  for (const link of links) {
    let status: number | null = null
    try {
      const response = await fetch(link, { method: 'HEAD' })
      status = response.status
    } catch {
      // Without an answer there is no status.
    }
    statuses.set(link, status)
  }
  return statuses
}
