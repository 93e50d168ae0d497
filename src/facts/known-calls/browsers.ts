import { named } from './named.ts'
import type { KnownCallRow, RowEffect } from './row.ts'

const PLAYWRIGHT = 'https://playwright.dev/docs/api/class-page'
const PUPPETEER = 'https://pptr.dev/api/puppeteer.page'

const drives: readonly RowEffect[] = [
  { does: 'write', on: 'receiver' },
  { does: 'write', on: 'page' },
]

/** What a page, or a part of it, is asked or told: one thing after the other, as a person would. */
const driven = (module: string, names: readonly string[], source: string): KnownCallRow => ({
  module,
  name: names.map((name) => `${name}#*`),
  effects: drives,
  ordered: true,
  oneAtATime: 'receiver',
  source,
})

const opens = (module: string, name: readonly string[], returns: string, source: string): KnownCallRow => ({
  module,
  name,
  effects: [{ does: 'write', on: 'page' }],
  returns,
  ordered: true,
  source,
})

/** A locator only says where to look; nothing happens on the page yet. */
const locates: Omit<KnownCallRow, 'module' | 'name'> = {
  effects: [],
  returns: 'playwright:Locator',
  fresh: true,
  holds: ['receiver'],
  source: 'https://playwright.dev/docs/locators',
}

const LOCATORS = `locator getByRole getByText getByLabel getByPlaceholder getByAltText getByTitle getByTestId
  frameLocator`

export const BROWSERS: readonly KnownCallRow[] = [
  {
    module: 'playwright',
    name: [
      ...named('Page#', LOCATORS),
      ...named('Frame#', LOCATORS),
      ...named('Locator#', `${LOCATORS} first last nth filter and or`),
    ],
    ...locates,
  },
  driven(
    'playwright',
    named(
      '',
      `Page Locator Frame FrameLocator ElementHandle JSHandle Keyboard Mouse Touchscreen Dialog BrowserContext
        Browser`,
    ),
    PLAYWRIGHT,
  ),
  opens('playwright', ['Browser#newPage', 'BrowserContext#newPage'], 'Promise<playwright:Page>', PLAYWRIGHT),
  opens('playwright', ['Browser#newContext'], 'Promise<playwright:BrowserContext>', PLAYWRIGHT),
  opens(
    'playwright',
    named(
      '',
      `chromium.launch firefox.launch webkit.launch chromium.connect firefox.connect webkit.connect
       chromium.connectOverCDP`,
    ),
    'Promise<playwright:Browser>',
    PLAYWRIGHT,
  ),
  {
    module: 'playwright',
    name: named('', 'test test.only test.skip test.beforeEach test.afterEach test.beforeAll test.afterAll'),
    effects: [],
    ordered: true,
    callsLater: [0, 1, 2],
    callbackGets: ['playwright:Fixtures'],
    source: 'https://playwright.dev/docs/api/class-test',
  },
  {
    module: 'playwright',
    name: 'test.step',
    effects: [{ does: 'write', on: 'page' }],
    ordered: true,
    calls: [1],
    source: 'https://playwright.dev/docs/api/class-test',
  },

  driven(
    'puppeteer',
    named(
      '',
      'Page Frame ElementHandle JSHandle Keyboard Mouse Touchscreen Dialog Locator CDPSession Browser BrowserContext',
    ),
    PUPPETEER,
  ),
  opens('puppeteer', ['Browser#newPage', 'BrowserContext#newPage'], 'Promise<puppeteer:Page>', PUPPETEER),
  opens(
    'puppeteer',
    ['launch', 'connect', 'puppeteer.launch', 'puppeteer.connect'],
    'Promise<puppeteer:Browser>',
    PUPPETEER,
  ),
]
