import { named } from './named.ts'
import type { KnownCallRow, RowEffect } from './row.ts'

const ASKS: readonly RowEffect[] = [{ does: 'write', on: 'user' }]

const asking = (module: string | readonly string[], names: string, source: string): KnownCallRow => ({
  module,
  name: named('', names),
  effects: ASKS,
  ordered: true,
  interactive: true,
  returns: 'Promise',
  fresh: true,
  source,
})

const shows = (module: string, names: string, source: string): KnownCallRow => ({
  module,
  name: named('', names),
  effects: [{ does: 'write', on: 'console' }],
  ordered: true,
  source,
})

const ENQUIRER = 'https://github.com/enquirer/enquirer#readme'
const ENQUIRER_CLASSES = `AutoComplete#run BasicAuth#run Confirm#run Editable#run Form#run Input#run Invisible#run
  List#run MultiSelect#run Numeral#run Password#run Quiz#run Scale#run Select#run Snippet#run Sort#run Survey#run
  Text#run Toggle#run`
const CLACK = 'https://github.com/bombshell-dev/clack/tree/main/packages/prompts#readme'

export const PROMPTS: readonly KnownCallRow[] = [
  asking(
    'inquirer',
    'default prompt prompt.prompt',
    'https://github.com/SBoudrias/Inquirer.js/tree/main/packages/inquirer#readme',
  ),
  asking('@inquirer/prompts', '*', 'https://github.com/SBoudrias/Inquirer.js/tree/main/packages/prompts#readme'),
  asking(
    named('@inquirer/', 'checkbox confirm editor expand input number password rawlist search select'),
    'default',
    'https://github.com/SBoudrias/Inquirer.js/tree/main/packages/prompts#readme',
  ),
  asking('prompts', 'default prompts prompt', 'https://github.com/terkelg/prompts#readme'),
  asking('enquirer', 'default prompt default#prompt', ENQUIRER),
  asking('enquirer', ENQUIRER_CLASSES, ENQUIRER),
  asking(
    '@clack/prompts',
    `text password confirm select selectKey multiselect groupMultiselect autocomplete autocompleteMultiselect
      path group date multiline`,
    CLACK,
  ),
  { module: '@clack/prompts', name: 'isCancel', effects: [], returns: 'boolean', source: CLACK },
  shows(
    '@clack/prompts',
    'intro outro cancel note spinner progress tasks log.info log.error log.warn log.success log.step log.message log.warning stream.* box taskLog',
    CLACK,
  ),
]
