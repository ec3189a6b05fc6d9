import type { ChannelCapabilities, ChannelId } from '#shared/domain/channel.ts'
import { assistedPortalCapabilities } from './assisted-portal/capabilities.ts'
import { migrationApiCapabilities } from './migration-api/capabilities.ts'
import { paperCapabilities } from './paper/capabilities.ts'

/** Every channel there is and what it can do. A new `ChannelId` without an entry does not compile. */
export const CHANNELS: Readonly<Record<ChannelId, ChannelCapabilities>> = {
  'assisted-portal': assistedPortalCapabilities,
  'migration-api': migrationApiCapabilities,
  paper: paperCapabilities,
}
