import { z } from 'zod'
import { fileSchema } from './file.ts'
import { writes } from './procedures.ts'

/** Rooming lists: a file becomes a table. What its columns mean is read from the table, `shared/rooming`. */
export const roomingContract = {
  /**
   * The cells of a list in CSV, TSV (UTF-8, UTF-16 or Windows-1251) or XLSX, XLS, ODS. Writes nothing and keeps nothing. Throws `BAD_INPUT` with the path
   * `content` and one of the codes `empty too_many_rows too_many_columns cell_too_long not_a_table file_too_large`.
   */
  readFile: writes.input(z.object({ content: fileSchema })).output(
    z.object({
      cells: z.array(z.array(z.string())),
      /** Further sheets of the workbook with something in them, which were not read. */
      otherSheets: z.array(z.string()),
    }),
  ),
}
