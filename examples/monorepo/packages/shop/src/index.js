import { readPrice } from '@monorepo/prices'

/** Could overlap: what is called in the other package only reads. */
export async function totalOf(cart) {
  let total = 0
  for (const [article, count] of cart) {
    const price = await readPrice('prices', article)
    total += price * count
  }
  return total
}

/** Stays in order: one failed attempt after another. */
export async function priceWithRetries(article, attempts) {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    try {
      return await readPrice('prices', article)
    } catch (error) {
      if (attempt === attempts) throw error
    }
  }
}
