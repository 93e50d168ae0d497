/**
 * What a name suggests a callee does. A sign keeps the product silent or takes away from its confidence; it never
 * proves anything, so a missing word costs a word of caution, not a wrong rewrite.
 */
export type Sign = 'reads' | 'writes' | 'ordered' | 'interactive' | 'pacing'

const FIRST_WORDS: Readonly<Record<Sign, readonly string[]>> = {
  reads: words(`get find fetch load read list resolve lookup search query parse check is has have exists exist stat
    count compute calculate calc validate verify inspect detect describe render format generate build make
    to from as can should does need needs scan collect discover locate match compare diff measure decode
    encode hash download try infer lint transform convert extract map determine retrieve request access path`),
  writes: words(`create insert add update upsert set put post patch save store persist write delete remove destroy
    drop truncate clear reset release publish deploy send emit dispatch notify push commit merge apply exec execute
    start stop open close init initialize setup register unregister configure connect disconnect login logout sync
    move rename copy upload mkdir rm unlink append attach detach subscribe unsubscribe enable disable cancel abort
    flush refresh reload restart assign link unlink mark grant revoke process handle perform call invoke trigger
    replace fix repair increment decrement swap archive restore purge clean cleanup touch queue enqueue schedule submit
    cascade soft hard dispose next advance take acquire reserve claim allocate occupy`),
  ordered: words(`run install uninstall migrate rollback revert seed up down checkout bootstrap print log warn report
    print announce play animate navigate visit`),
  interactive: words('prompt confirm ask question choose select pick input dialog approval'),
  pacing: words('sleep delay wait pause throttle backoff poll retry timeout'),
}

/** What a tool is told to do, after its name: `pipenvInstall`, `dbMigrate`. */
const ORDERED_LAST_WORDS = new Set(words('install uninstall migrate rollback revert checkout bootstrap'))

/** Words that a callee, its receiver or the source may end with, where turns are meant to follow one another. */
const ORDERED_NOUNS = new Set(
  words(`hook hooks plugin plugins middleware middlewares migration migrations listener listeners handler handlers
    subscriber subscribers interceptor interceptors seeder seeders fixture fixtures step steps stage stages command
    commands task tasks job jobs phase phases lifecycle transition transitions`),
)

/** Things that serve one caller at a time, as a receiver, an argument or an option. */
const SINGLE_USE_NOUNS = new Set(
  words(
    'transaction trx tx session connection conn savepoint cursor page browser tab reader writer lock mutex runner',
  ),
)

const TRANSACTION_NOUNS = new Set(words('transaction trx tx session savepoint'))

/** What holds a transaction, after its name: `transactionManager`, `trxClient`, `tx_context`. */
const HOLDER_NOUNS = new Set(words('manager client connection runner context handle'))

const RELEASE_WORDS = new Set(words('release close end dispose unlock disconnect destroy free'))

/** What is filled while one goes along, to leave out what was met before. */
const SEEN_NOUNS = new Set(words('seen visited processed'))

const TAKING_WORDS = new Set(words('pop shift splice dequeue drain consume'))

const MAKING_WORDS = new Set(words('create replace'))

const GIVING_WORDS = new Set(words('get find fetch list search lookup count describe compute generate compile'))

const BATCH_NOUNS = new Set(words('chunk chunks batch batches'))

/** Things of which code, or its configuration, names each one. */
const NAMED_ONE_BY_ONE = new Set(
  words(`candidates alternatives fallbacks specifications definitions platforms architectures targets formats
    environments capabilities locales browsers engines`),
)

const LIMITER_WORDS = new Set(
  words('limit limiter limited throttle throttled queue queued enqueue pool semaphore sema mutex lock bottleneck gate executor'),
)

const SERIES_WORDS = new Set(words('series serial serially sequential sequentially sequence waterfall'))

const PAUSE_WORDS = new Set(words('sleep delay pause nap backoff'))

const MEETING_WORDS = new Set(words('barrier latch rendezvous arrive everyone everybody countdown gather ready signal'))

const SAFE_WORDS = new Set(words('safe safely try trap ignore swallow suppress silently quietly'))

const DETAIL_LEVELS = new Set(words('debug trace verbose silly'))

const LOG_LEVELS = new Set(words('log info notice warn warning error debug trace verbose silly'))

const LOG_NOUNS = new Set(words('log logger logging'))

/** Receivers that ask a person whatever the method. */
const PERSON_ASKERS = new Set(words('prompt prompts prompter inquirer enquirer readline rl input dialog'))

const ASKERS_BY_THEMSELVES = new Set(words('prompts prompter inquirer enquirer'))

const SIGN_OF_FIRST_WORD = new Map<string, Sign>(
  (Object.keys(FIRST_WORDS) as Sign[]).flatMap((sign) => FIRST_WORDS[sign].map((word) => [word, sign] as const)),
)

/** What `saveUser` suggests by its first word, `nativeDelete` by any, `pipenvInstall` by its last. */
export function signOfName(name: string): Sign | null {
  const all = splitName(name)
  for (const word of all)
    if (FIRST_WORDS.interactive.includes(word) && word !== 'select' && word !== 'input') return 'interactive'
  const first = SIGN_OF_FIRST_WORD.get(all[0] ?? '')
  if (first) return first
  if (ORDERED_LAST_WORDS.has(all.at(-1) ?? '')) return 'ordered'
  return all.some((word) => SIGN_OF_FIRST_WORD.get(word) === 'writes') ? 'writes' : null
}

/** Asks a person by its name or its receiver: `confirm()`, `input.text()`, `prompts.select()`, `this.prompter(x)`. */
export function asksPerson(name: string | null, receivers: readonly string[]): boolean {
  if (name === null) return false
  const sign = signOfName(name)
  if (sign === 'interactive') return true
  return sign !== 'reads' && (PERSON_ASKERS.has(receivers.at(-1) ?? '') || ASKERS_BY_THEMSELVES.has(name))
}

/** `log.debug(...)`, `this.logger.trace(...)`: a message for those who look for faults. */
export function namesDetail(name: string | null, receivers: readonly string[]): boolean {
  return name !== null && DETAIL_LEVELS.has(name) && LOG_NOUNS.has(splitName(receivers.at(-1) ?? '').at(-1) ?? '')
}

/** `logger.info(...)`, `this.log.warn(...)` */
export function namesLogLine(name: string | null, receivers: readonly string[]): boolean {
  return name !== null && LOG_LEVELS.has(name) && LOG_NOUNS.has(splitName(receivers.at(-1) ?? '').at(-1) ?? '')
}

/** `pop`, `shiftLine`: gives what is then gone. */
export function namesTaking(name: string): boolean {
  return TAKING_WORDS.has(splitName(name)[0] ?? '')
}

/** `createNode`, `replaceAll`: gives something new, where what it gives is used. */
export function namesMaking(name: string): boolean {
  return MAKING_WORDS.has(splitName(name)[0] ?? '')
}

/** `getCommands`, `describeTask`, `generateSteps`: gives a thing, where what it gives is used; `loadPlugin` runs it. */
export function namesGiving(name: string): boolean {
  return GIVING_WORDS.has(splitName(name)[0] ?? '')
}

/** `chunk`, `idBatch`: an element that is many, taken together on purpose. */
export function namesBatch(name: string): boolean {
  return BATCH_NOUNS.has(splitName(name).at(-1) ?? '')
}

/** `platforms`, `jobDefinitions`, `environmentsOptions`: by all signs a few, each of which is named somewhere. */
export function namesFew(name: string): boolean {
  return splitName(name).some((word) => NAMED_ONE_BY_ONE.has(word))
}

/** `release`, `file.close`. */
export function namesRelease(name: string): boolean {
  return RELEASE_WORDS.has(splitName(name)[0] ?? '')
}

/** `limit`, `requestQueue`, `withLock`: runs some calls at a time. */
export function namesLimiter(name: string): boolean {
  return splitName(name).some((word) => LIMITER_WORDS.has(word))
}

/** `barrier.wait`, `allReady`: where calls wait for each other. */
export function namesMeeting(name: string): boolean {
  return splitName(name).some((word) => MEETING_WORDS.has(word))
}

/** `safeStat`, `trapErrors`, `tryLoad`: handles what fails in it. */
export function namesSafe(name: string): boolean {
  return splitName(name).some((word) => SAFE_WORDS.has(word))
}

/** `seen`, `visitedIds`. */
export function namesSeen(name: string): boolean {
  return SEEN_NOUNS.has(splitName(name)[0] ?? '')
}

/** `sleep`, `waitForIdle`: only waits, where its value is not used. */
export function namesWait(name: string): boolean {
  return FIRST_WORDS.pacing.includes(splitName(name)[0] ?? '')
}

/** `sleep`, `pauseBriefly`, `wait`: does nothing else, by its name, whatever timer it has. */
export function namesPause(name: string): boolean {
  return PAUSE_WORDS.has(splitName(name)[0] ?? '') || name === 'wait' || name === 'timeout'
}

/** `mapSeries`, `runSequentially`: there for the order. */
export function namesSeries(name: string): boolean {
  return splitName(name).some((word) => SERIES_WORDS.has(word))
}

/** `waitUntilReady`: comes back when something has come about. */
export function namesWaitFor(name: string): boolean {
  return ['wait', 'poll', 'await'].includes(splitName(name)[0] ?? '')
}

/** `beforeHooks`, `plugin`, `runMigrations`. */
export function namesOrderedThing(name: string): boolean {
  return ORDERED_NOUNS.has(splitName(name).at(-1) ?? '')
}

/** `tx`, `activeTransaction`, `session`, `transactionManager`. */
export function namesTransaction(name: string): boolean {
  const names = splitName(name)
  return TRANSACTION_NOUNS.has(names.at(-1) ?? '') || holdsTransaction(names)
}

/** `transactionManager`; not `sessionManager`, of which there is one for all sessions. */
function holdsTransaction(names: readonly string[]): boolean {
  const before = names.at(-2) ?? ''
  return HOLDER_NOUNS.has(names.at(-1) ?? '') && before !== 'session' && (before === 'transactional' || TRANSACTION_NOUNS.has(before))
}

/** `trx`, `pgSession`, `activeTransaction`. */
export function namesSingleUseThing(name: string): boolean {
  const names = splitName(name)
  return SINGLE_USE_NOUNS.has(names.at(-1) ?? '') || holdsTransaction(names)
}

/** `getHTTPBody2` -> get, http, body. */
export function splitName(name: string): readonly string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/(?<=[A-Z])(?=[A-Z][a-z])/g, ' ')
    .split(/[^A-Za-z]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase())
}

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/)
}
