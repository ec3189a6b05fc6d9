import type { PortalSettings } from './use-filing-settings.ts'

/** What is sent back to the desk: the portals in use, first choice first. */
export type PortalChoice = readonly { readonly id: string; readonly url: string | null }[]

/** What is in use now. */
export function chosenPortals(portals: readonly PortalSettings[]): PortalChoice {
  return portals.filter(({ isUsed }) => isUsed).map(({ id, ownUrl }) => ({ id, url: ownUrl }))
}

export function withFirst(choice: PortalChoice, id: string): PortalChoice {
  return [...choice.filter((portal) => portal.id === id), ...choice.filter((portal) => portal.id !== id)]
}

/** Added at the end, or taken out. The last one stays: somewhere a notice has to go. */
export function toggled(choice: PortalChoice, id: string): PortalChoice {
  if (choice.every((portal) => portal.id !== id)) return [...choice, { id, url: null }]
  return choice.length === 1 ? choice : choice.filter((portal) => portal.id !== id)
}

export function withAddress(choice: PortalChoice, id: string, url: string | null): PortalChoice {
  return choice.map((portal) => (portal.id === id ? { ...portal, url } : portal))
}
