import { readFile } from 'node:fs/promises'

/** Reads the price of one article. Nothing else is touched, so that several may be read at once. */
export async function readPrice(folder, article) {
  const text = await readFile(`${folder}/${article}.json`, 'utf8')
  return JSON.parse(text).price
}

/** Prices of all the articles; could overlap. */
export async function readPrices(folder, articles) {
  const prices = []
  for (const article of articles) {
    prices.push(await readPrice(folder, article))
  }
  return prices
}
