import { z } from 'zod'
import { evidenceInputSchema, evidencePackSchema, recognisedSchema } from './evidence-schemas.ts'
import { fileSchema } from './file.ts'
import { reports } from './procedures.ts'

/** What an inspector is given, so that he need not take the house's word. */
export const evidenceContract = {
  /**
   * A zip with the account, the receipts and the part of the journal that proves it; how it is checked: `electron/reports/evidence/FORMAT.md`.
   * The making is written into the journal. Throws `NOT_FOUND` (`notice`), `BAD_INPUT` (`request.to`: before `from`, over a year, or too
   * much for one file).
   */
  make: reports.input(evidenceInputSchema).output(evidencePackSchema),
  /** Whether a file, PDF or JSON, is what this register once closed. Changes nothing. */
  recognise: reports.input(z.object({ content: fileSchema })).output(recognisedSchema),
}
