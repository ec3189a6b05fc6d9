import { findChannelAddress } from '#electron/desk/channel-address.ts'
import type { Register } from '#electron/desk/register.ts'
import type { DeliveryWay } from '#shared/contract/delivery-schemas.ts'
import { mailServer, smsGateway, telegramBot } from './delivery-settings.ts'
import type { Send } from './message.ts'
import { sendToFolder } from './ways/folder.ts'
import type { WayOut } from './ways/http-way.ts'
import { type PrinterPort, printerSender } from './ways/printer.ts'
import { smsSender } from './ways/sms.ts'
import { telegramSender } from './ways/telegram.ts'

/** From the first packet to the last; a letter carries a file over a slow line. */
export const DEADLINE_MS: Readonly<Record<DeliveryWay, number>> = {
  folder: 30_000,
  printer: 60_000,
  email: 180_000,
  telegram: 30_000,
  sms: 30_000,
}

export interface WaysOut {
  readonly printer: PrinterPort
  readonly askSystemProxy?: (origin: string) => Promise<string>
}

/** The way as it is set up now; `null` = nobody has set it up. */
export function wayOut(register: Register, way: DeliveryWay, { printer, askSystemProxy }: WaysOut): Send | null {
  switch (way) {
    case 'folder':
      return sendToFolder
    case 'printer':
      return printerSender(printer)
    case 'email': {
      const server = mailServer(register)
      if (server === undefined) return null
      // Loaded with the first letter: most starts of the desk send none.
      return async (...letter) => {
        const { emailSender } = await import('./ways/email.ts')
        return emailSender(server, `${register.property.name} · Qabyl`)(...letter)
      }
    }
    case 'telegram': {
      const bot = telegramBot(register)
      return bot === undefined ? null : telegramSender(bot, webOf(register, askSystemProxy))
    }
    case 'sms': {
      const gateway = smsGateway(register)
      return gateway === undefined ? null : smsSender(gateway, webOf(register, askSystemProxy))
    }
  }
}

/** Out of the hotel's network as the notices go: one proxy for both. */
function webOf(register: Register, askSystemProxy: WaysOut['askSystemProxy']): WayOut {
  const proxy = findChannelAddress(register)?.proxy
  return {
    clock: register.ports.clock,
    ...(proxy === undefined ? {} : { proxy }),
    ...(askSystemProxy === undefined ? {} : { askSystemProxy }),
  }
}
