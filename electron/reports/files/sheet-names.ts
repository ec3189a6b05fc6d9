const LONGEST = 31

/**
 * Names a workbook accepts: at most 31 characters, none of `[ ] : * ? / \`, not empty, no apostrophe at an end, and no two alike whatever
 * their case. The number of rows after a colon is left out: on a sheet one sees it.
 */
export function sheetNames(titles: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return titles.map((title) => {
    const plain = clean(title.replace(/: \d+$/, '')) || 'Qabyl'
    let name = plain
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) {
      const ending = ` ${number}`
      name = `${plain.slice(0, LONGEST - ending.length).trimEnd()}${ending}`
    }
    taken.add(name.toLowerCase())
    return name
  })
}

function clean(title: string): string {
  const characters = [...title.replace(/[[\]:*?/\\\p{Cc}]+/gu, ' ').replace(/ +/g, ' ')]
  return characters
    .slice(0, LONGEST)
    .join('')
    .replace(/^[' ]+|[' ]+$/g, '')
}
