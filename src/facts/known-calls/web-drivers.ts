import { rowsOf, writes } from './row-maker.ts'
import type { KnownCallRow } from './row.ts'

const selenium = rowsOf('selenium-webdriver', 'https://www.selenium.dev/selenium/docs/api/javascript/')
const wdio = rowsOf('webdriverio', 'https://webdriver.io/docs/api')

/** One thing after the other, as a person would. */
const DRIVES = {
  effects: [...writes('receiver'), ...writes('page')],
  ordered: true,
  oneAtATime: 'receiver',
} as const

const ELEMENTS = '$ custom$ react$ shadow$ parentElement nextElement previousElement'
const LISTS = '$$ custom$$ react$$ shadow$$'

/** Browsers that are driven over the network, one command at a time. */
export const WEB_DRIVERS: readonly KnownCallRow[] = [
  selenium('new ', 'Builder', { effects: [], fresh: true }),
  selenium('Builder#', 'build', { effects: writes('page'), ordered: true, returns: 'selenium-webdriver:WebDriver' }),
  selenium('Builder#', '*', { effects: writes('receiver'), returns: '$this', holds: ['receiver'] }),
  selenium('', 'By.* until.*', { effects: [], fresh: true }),
  selenium('', 'WebDriver#findElement WebElement#findElement', {
    ...DRIVES,
    returns: 'selenium-webdriver:WebElement',
    holds: ['receiver'],
  }),
  selenium('', 'WebDriver#findElements WebElement#findElements', {
    ...DRIVES,
    returns: 'Promise<selenium-webdriver:WebElement[]>',
    holds: ['receiver'],
  }),
  selenium('WebDriver#', 'manage navigate switchTo actions', {
    ...DRIVES,
    returns: 'selenium-webdriver:WebDriver',
    holds: ['receiver'],
  }),
  selenium('', 'WebDriver#* WebElement#*', DRIVES),

  wdio('', 'remote attach', { effects: writes('page'), ordered: true, returns: 'Promise<webdriverio:Browser>' }),
  ...['Browser#', 'Element#'].flatMap((owner) => [
    wdio(owner, ELEMENTS, { ...DRIVES, returns: 'webdriverio:Element', holds: ['receiver'] }),
    wdio(owner, LISTS, { ...DRIVES, returns: 'Promise<webdriverio:Element[]>', holds: ['receiver'] }),
    wdio(owner, '*', DRIVES),
  ]),
  rowsOf('@wdio/globals', 'https://webdriver.io/docs/api/globals')('', '$', {
    effects: writes('page'),
    ordered: true,
    returns: 'webdriverio:Element',
  }),
  rowsOf('@wdio/globals', 'https://webdriver.io/docs/api/globals')('', '$$ browser.* driver.*', {
    effects: writes('page'),
    ordered: true,
  }),
]
