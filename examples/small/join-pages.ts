// An index loop whose index is used for more than the element.

export async function joinPages(urls: string[]): Promise<string> {
  const pages: string[] = []
  for (let i = 0; i < urls.length; i++) {
    const response = await fetch(urls[i]!)
    pages.push(`# Page ${i + 1}\n\n${await response.text()}`)
  }
  return pages.join('\n\n')
}
