import { pathInProject } from '../../parse/files/path-in-project.ts'

/** Folders that bear the name of a tool hold what it runs; not `packages/playwright/`, where it is itself written. */
const TEST_FOLDER = /(?:^|[\\/])(?:__tests__|__mocks__|tests?|e2e|(?<!packages[\\/])(?:cypress|playwright))[\\/]/i
const TEST_NAME = /[._-](?:test|spec|e2e|cy)\.[cm]?[jt]sx?$/i
/** `integration-tests/login/test.ts`; elsewhere a `test.ts` may be the command of that name. */
const TEST_OF_SUITE = /-tests[\\/](?:.*[\\/])?tests?\.[cm]?[jt]sx?$/i
const HELPER_PATH =
  /(?:^|[\\/._-])(?:test(?:ing)?[-_]?|(?:integration|tests?)[\\/])(?:helpers?|utils?|kit|support)(?:[\\/._-]|$)/i
const MIGRATION_PATH = /(?:^|[\\/])[\w-]*migrations?[\\/]/i

/** Whether the path says test code, where order and readability count more than time. */
export function isTestFile(filename: string): boolean {
  const path = pathInProject(filename)
  return TEST_FOLDER.test(path) || TEST_NAME.test(path) || TEST_OF_SUITE.test(path)
}

/** Whether the path says code that tests call, by all signs with lists that they write out. */
export function isTestHelper(filename: string): boolean {
  return HELPER_PATH.test(pathInProject(filename))
}

/** Whether the path says a migration: its steps run in order, on one connection. */
export function isMigrationFile(filename: string): boolean {
  return MIGRATION_PATH.test(pathInProject(filename))
}
