// How long two requests over loopback take, each answered after 5 ms, one after the other and awaited together.

import { createServer } from 'node:http'

const ROUNDS = 60
const server = createServer((_, response) => setTimeout(() => response.end('text'), 5)).listen(0, '127.0.0.1')
await new Promise((resolve) => server.once('listening', resolve))
const address = `http://127.0.0.1:${server.address().port}/`
const load = async () => (await fetch(address)).text()

const FORMS = {
  'one after the other': async () => {
    // sequential: this is what the other is compared with
    const first = await load()
    const second = await load()
    return first + second
  },
  together: async () => (await Promise.all([load(), load()])).join(''),
}

for (const [name, run] of Object.entries(FORMS)) {
  const times = []
  // sequential: the rounds are timed
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now()
    if ((await run()) !== 'texttext') throw new Error(`${name} gives another result`)
    times.push(performance.now() - start)
  }
  const median = times.sort((a, b) => a - b)[ROUNDS / 2]
  console.log(`${median.toFixed(1).padStart(5)} ms  ${name}`)
}
server.close()
