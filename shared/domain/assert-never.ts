/** Ends a `switch` over a union: adding a member that is not handled fails to compile here. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`)
}
