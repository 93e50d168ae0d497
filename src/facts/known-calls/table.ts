import { AWS } from './aws.ts'
import { BROWSERS } from './browsers.ts'
import { COMPUTING_PACKAGES } from './computing-packages.ts'
import { CONCURRENCY } from './concurrency.ts'
import { DATE_ROWS } from './dates.ts'
import { DOM } from './dom.ts'
import { DRIZZLE } from './drizzle.ts'
import { EXECA } from './execa.ts'
import { FILE_TOOLS } from './file-tools.ts'
import { FIREBASE } from './firebase.ts'
import { FS_EXTRA } from './fs-extra.ts'
import { GIT } from './git.ts'
import { GLOBS } from './globs.ts'
import { GOOGLE_APIS } from './google-apis.ts'
import { HTTP_CLIENTS } from './http-clients.ts'
import { KNEX_ROWS } from './knex.ts'
import { KYSELY } from './kysely.ts'
import { LANGUAGE_ARRAY } from './language-array.ts'
import { LANGUAGE_COLLECTIONS } from './language-collections.ts'
import { LANGUAGE_GLOBALS } from './language-globals.ts'
import { LANGUAGE_STRINGS } from './language-strings.ts'
import { LODASH } from './lodash.ts'
import { MIKRO_ORM } from './mikro-orm.ts'
import { MONGODB } from './mongodb.ts'
import { MONGOOSE_ROWS } from './mongoose.ts'
import { MYSQL } from './mysql.ts'
import { NODE_FS } from './node-fs.ts'
import { NODE_NET } from './node-net.ts'
import { NODE_PROCESS } from './node-process.ts'
import { NODE_PURE } from './node-pure.ts'
import { NODE_STREAMS } from './node-streams.ts'
import { NODE_TIMERS } from './node-timers.ts'
import { PARSING_PACKAGES } from './parsing-packages.ts'
import { NPM_PACKAGES } from './npm-packages.ts'
import { OCTOKIT } from './octokit.ts'
import { PG_PROMISE } from './pg-promise.ts'
import { PG_ROWS } from './pg.ts'
import { PRISMA } from './prisma.ts'
import { PROMISE_TOOLS } from './promise-tools.ts'
import { PROMPTS } from './prompts.ts'
import { REDBEAN } from './redbean.ts'
import { REDIS } from './redis.ts'
import type { KnownCallRow } from './row.ts'
import { RUSHSTACK } from './rushstack.ts'
import { SEQUELIZE_ROWS } from './sequelize.ts'
import { SERVICES } from './services.ts'
import { SMALL_PACKAGES } from './small-packages.ts'
import { SQLITE } from './sqlite.ts'
import { TERMINALS } from './terminals.ts'
import { TEXTS } from './texts.ts'
import { TYPEORM_ROWS } from './typeorm.ts'
import { WEB_DRIVERS } from './web-drivers.ts'
import { ZX } from './zx.ts'

/** Every row that comes with the product. */
export const KNOWN_CALL_ROWS: readonly KnownCallRow[] = [
  ...LANGUAGE_ARRAY,
  ...LANGUAGE_COLLECTIONS,
  ...LANGUAGE_GLOBALS,
  ...LANGUAGE_STRINGS,
  ...NODE_FS,
  ...NODE_NET,
  ...NODE_PROCESS,
  ...NODE_PURE,
  ...NODE_STREAMS,
  ...NODE_TIMERS,
  ...FS_EXTRA,
  ...FILE_TOOLS,
  ...GLOBS,
  ...HTTP_CLIENTS,
  ...OCTOKIT,
  ...AWS,
  ...FIREBASE,
  ...GOOGLE_APIS,
  ...SERVICES,
  ...DOM,
  ...EXECA,
  ...ZX,
  ...GIT,
  ...NPM_PACKAGES,
  ...LODASH,
  ...DATE_ROWS,
  ...COMPUTING_PACKAGES,
  ...PARSING_PACKAGES,
  ...SMALL_PACKAGES,
  ...RUSHSTACK,
  ...TEXTS,
  ...TERMINALS,
  ...PROMPTS,
  ...REDIS,
  ...PG_ROWS,
  ...PG_PROMISE,
  ...MYSQL,
  ...SQLITE,
  ...MONGODB,
  ...KNEX_ROWS,
  ...SEQUELIZE_ROWS,
  ...TYPEORM_ROWS,
  ...MONGOOSE_ROWS,
  ...MIKRO_ORM,
  ...PRISMA,
  ...DRIZZLE,
  ...KYSELY,
  ...REDBEAN,
  ...BROWSERS,
  ...WEB_DRIVERS,
  ...CONCURRENCY,
  ...PROMISE_TOOLS,
]
