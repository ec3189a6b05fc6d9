import type { NoticeKind } from '#shared/domain/notification.ts'

export interface ReceiptFacts {
  readonly reference: string
  readonly clientId: string
  readonly kind: NoticeKind
  readonly revision: number
  readonly receivedAt: string
  readonly hostName: string
  readonly personName: string
  readonly arrivalAt: string
}

/** A one-page PDF that says what was received. The same facts give the same bytes. Letters outside ASCII print as `?`. */
export function receiptPdf(facts: ReceiptFacts): Buffer {
  const lines = [
    `${facts.kind.toUpperCase()} NOTICE RECEIVED`,
    '',
    'SIMULATED SERVICE - NOT A REAL RECEIPT',
    '',
    `Reference   ${facts.reference}`,
    `Client id   ${facts.clientId}`,
    `Revision    ${facts.revision}`,
    `Received    ${facts.receivedAt}`,
    `Host        ${facts.hostName}`,
    `Guest       ${facts.personName}`,
    `Arrival     ${facts.arrivalAt}`,
  ]
  const text = lines.map((line) => `(${escapePdfText(line)}) Tj T*`).join('\n')
  const content = `BT\n/F1 11 Tf\n16 TL\n56 770 Td\n${text}\nET\n`
  return assemble([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}endstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>',
  ])
}

/** Objects numbered from 1; the cross-reference table holds the byte offset of each. */
function assemble(objects: readonly string[]): Buffer {
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`
  return Buffer.from(`${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}${trailer}`, 'latin1')
}

function escapePdfText(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?').replace(/[\\()]/g, (character) => `\\${character}`)
}
