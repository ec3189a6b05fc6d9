import type { Page } from 'playwright-core'

/**
 * Text of the page as it is now that a person cannot read whole where it stands, one line per finding: what is wrong, element, text. Empty when
 * there is nothing. A text is
 *
 * - `cut` when a box that does not scroll hides more than a pixel of it – with an ellipsis or without;
 * - `spilt` when it stands out of the box it is laid out in, or out of a box that is drawn (border or ground) around it;
 * - `wrapped` when the one label of a button needs a second line. Not asked of a zoomed window: there a second line is the right answer;
 * - `cut` as well when it is the placeholder of an empty field, or what a closed list has chosen, and wider than its field.
 *
 * Whole all the same: what the element or one around it says in its `title`, and a name in the agreed class `cut` inside a link, a button or a
 * label, which leads to the whole of it. What is there for screen readers only (`clip-path`) and what can be scrolled to is never cut.
 */
export function cutTexts(page: Page, { isZoomed = false } = {}): Promise<readonly string[]> {
  return page.evaluate((allowsWrapped) => {
    const SLACK_PX = 1.5
    /** Room above and below letters that belongs to their line, not to them; as a part of the size of the face. */
    const LINE_SLACK = 0.3
    const found = new Set<string>()

    const nameOf = (element: Element) => {
      const one = (of: Element) =>
        of.tagName.toLowerCase() +
        (of.id === '' ? '' : `#${of.id}`) +
        (of.getAttribute('class') ?? '')
          .split(/\s+/)
          .filter(Boolean)
          .slice(0, 2)
          .map((name) => `.${name}`)
          .join('')
      const path = [element, element.parentElement, element.parentElement?.parentElement].filter(
        (part) => part !== null && part !== undefined,
      )
      return path.map(one).reverse().join(' > ')
    }
    const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim()
    const report = (kind: string, element: Element, text: string) => {
      found.add(`${kind}: ${nameOf(element)} – “${plain(text).slice(0, 80)}”`)
    }
    const isForEarsOnly = (element: Element) => {
      for (let box: Element | null = element; box !== null; box = box.parentElement)
        if (getComputedStyle(box).clipPath === 'inset(50%)') return true
      return false
    }
    const canBeHadWhole = (element: Element, text: string) => {
      for (let box: Element | null = element; box !== null; box = box.parentElement)
        if (plain(box.getAttribute('title') ?? '').includes(plain(text))) return true
      return element.closest('.cut') !== null && element.closest('a, button, label, [role="option"]') !== null
    }
    const isDrawn = (style: CSSStyleDeclaration) =>
      style.backgroundColor !== 'rgba(0, 0, 0, 0)' ||
      ['Left', 'Right', 'Top', 'Bottom'].some(
        (side) => Number.parseFloat(style.getPropertyValue(`border-${side.toLowerCase()}-width`)) > 0,
      )

    /** What is wrong with `rects`, the lines of a text in `element`. */
    const troubleOf = (element: Element, rects: readonly DOMRect[], sizePx: number): 'cut' | 'spilt' | undefined => {
      let watchesX = true
      let watchesY = true
      let isInnermost = true
      let isInnermostDrawn = true
      for (let box: Element | null = element; box !== null && box !== document.documentElement; box = box.parentElement) {
        const style = getComputedStyle(box)
        if (style.display === 'inline' || style.display === 'contents') continue
        const bounds = box.getBoundingClientRect()
        const isBeyondX = rects.some((rect) => rect.right > bounds.right + SLACK_PX || rect.left < bounds.left - SLACK_PX)
        const slackPx = SLACK_PX + sizePx * LINE_SLACK
        const isBeyondY = rects.some((rect) => rect.bottom > bounds.bottom + slackPx || rect.top < bounds.top - slackPx)
        const hidesX = /hidden|clip/.test(style.overflowX)
        const hidesY = /hidden|clip/.test(style.overflowY)
        if (watchesX && hidesX && (isBeyondX || (isInnermost && box.scrollWidth > box.clientWidth + SLACK_PX))) return 'cut'
        if (watchesY && hidesY && isBeyondY) return 'cut'
        const isItsBox = isInnermost || isDrawn(style)
        if (watchesX && style.overflowX === 'visible' && isItsBox && isBeyondX) return 'spilt'
        const isWindow = box.contains(document.querySelector('main') ?? document.body)
        if (watchesY && style.overflowY === 'visible' && isInnermostDrawn && !isWindow && isDrawn(style) && isBeyondY)
          return 'spilt'
        if (isDrawn(style)) isInnermostDrawn = false
        if (/auto|scroll/.test(style.overflowX)) watchesX = false
        if (/auto|scroll/.test(style.overflowY)) watchesY = false
        if (style.position === 'absolute' || style.position === 'fixed') return undefined
        isInnermost = false
      }
      return undefined
    }

    const labelsOf = new Map<Element, { lines: number }[]>()
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (texts.nextNode() !== null) {
      const text = texts.currentNode.textContent ?? ''
      const element = texts.currentNode.parentElement
      if (plain(text) === '' || element === null || element.closest('script, style, option, textarea, svg, noscript') !== null)
        continue
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || isForEarsOnly(element)) continue
      const range = document.createRange()
      range.selectNodeContents(texts.currentNode)
      const rects = [...range.getClientRects()].filter((rect) => rect.width > 0)
      if (rects.length === 0) continue
      const sizePx = Number.parseFloat(getComputedStyle(element).fontSize)
      const trouble = troubleOf(element, rects, sizePx)
      if (trouble !== undefined && !canBeHadWhole(element, text)) report(trouble, element, text)
      const button = element.closest('button, [role="tab"]')
      if (button !== null && element.closest('kbd') === null) {
        const tops = rects.map((rect) => rect.top).sort((one, other) => one - other)
        const lines = tops.filter((top, index) => index === 0 || top - (tops[index - 1] ?? 0) > sizePx / 2).length
        labelsOf.set(button, [...(labelsOf.get(button) ?? []), { lines }])
      }
    }
    if (!allowsWrapped)
      for (const [button, labels] of labelsOf)
        if (labels.length === 1 && labels.some(({ lines }) => lines > 1)) report('wrapped', button, button.textContent ?? '')

    const ruler = document.createElement('canvas').getContext('2d')
    for (const field of document.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')) {
      const shown =
        field instanceof HTMLSelectElement ? field.selectedOptions[0]?.text : field.value === '' ? field.placeholder : ''
      if (
        ruler === null ||
        shown === undefined ||
        shown === '' ||
        !field.checkVisibility({ visibilityProperty: true, opacityProperty: true })
      )
        continue
      const style = getComputedStyle(field)
      ruler.font = style.font
      const roomPx = field.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight)
      if (ruler.measureText(shown).width > roomPx + SLACK_PX && !canBeHadWhole(field, shown)) report('cut', field, shown)
    }
    return [...found]
  }, isZoomed)
}
