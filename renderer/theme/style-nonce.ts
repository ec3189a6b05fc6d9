/** The nonce of this response, put into the page by the host; styles made at run time carry it (strict CSP). */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
}
