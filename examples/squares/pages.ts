// A paginated fetch in its eager form: the last page is there before the first user is looked at.

interface Page {
  readonly users: readonly string[]
  readonly next: string | null
}

/** All users, page by page. */
async function usersOf(url: string): Promise<string[]> {
  const users: string[] = []
  let next: string | null = url
  while (next !== null) {
    const response: Response = await fetch(next)
    const page = (await response.json()) as Page
    users.push(...page.users)
    next = page.next
  }
  return users
}

/** The users, and the milliseconds until the first of them was there. */
export async function listUsers(url: string): Promise<{ users: string[]; firstAfter: number }> {
  const start = performance.now()
  const users: string[] = []
  let firstAfter = 0
  for (const user of await usersOf(url)) {
    if (users.length === 0) firstAfter = performance.now() - start
    users.push(user)
  }
  return { users, firstAfter }
}

/** The first user with such a name; the pages after it are not needed. */
export async function findUser(url: string, start: string): Promise<string | undefined> {
  for (const user of await usersOf(url)) {
    if (user.startsWith(start)) return user
  }
  return undefined
}
