import { assertNever } from '#shared/domain/assert-never.ts'
import type { Block } from '#shared/reports/document.ts'
import { BarChartBlock } from './bar-chart-block.tsx'
import styles from './blocks.module.css'
import { FactsBlock } from './facts-block.tsx'
import { FiguresBlock } from './figures-block.tsx'
import { SignaturesBlock } from './signatures-block.tsx'
import { TableBlock } from './table-block.tsx'
import { TimeBarBlock } from './time-bar-block.tsx'

/** The body of a sheet, block under block. Nothing is counted here. */
export function Blocks({ blocks }: { readonly blocks: readonly Block[] }) {
  // Blocks have no names of their own; a document is put together anew as a whole, so the place is the name.
  return blocks.map((block, place) => <BlockOnSheet key={`${block.kind} ${String(place)}`} block={block} />)
}

function BlockOnSheet({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? (
        <h3 className={styles.heading}>{block.text}</h3>
      ) : (
        <h4 className={styles.under}>{block.text}</h4>
      )
    case 'paragraph':
      return <p className={styles[block.look]}>{block.text}</p>
    case 'figures':
      return <FiguresBlock figures={block} />
    case 'facts':
      return <FactsBlock facts={block} />
    case 'table':
      return <TableBlock table={block} />
    case 'bars':
      return <BarChartBlock chart={block} />
    case 'time_bar':
      return <TimeBarBlock bar={block} />
    case 'signatures':
      return <SignaturesBlock signatures={block} />
    case 'side_by_side':
      return (
        <div className={styles.two}>
          <div>
            <Blocks blocks={block.left} />
          </div>
          <div>
            <Blocks blocks={block.right} />
          </div>
        </div>
      )
    case 'page_break':
      return <div className={styles.break} />
    default:
      return assertNever(block)
  }
}
