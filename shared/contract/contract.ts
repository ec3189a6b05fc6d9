import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { NOTIFICATION_STATES } from '../domain/notification.ts'
import { DUTY_KINDS } from '../regulation/duties/duty.ts'
import { cardContract } from './card-contract.ts'
import { calendarDateSchema, instantSchema } from './day-schemas.ts'
import { deliveryContract } from './delivery-contract.ts'
import { documentContract } from './document-contract.ts'
import { evidenceContract } from './evidence-contract.ts'
import { fileSchema } from './file.ts'
import {
  conventionSchema,
  fileHashSchema,
  filingSettingsSchema,
  fillSheetSchema,
  foundSchema,
  handOverEntrySchema,
  holderSchema,
  portalIdSchema,
  previewSheetSchema,
} from './filing-schemas.ts'
import { correctionSchema, foreseenSchema, guestActSchema, withPartySchema } from './guest-act-schemas.ts'
import { guestListContract } from './guest-list-contract.ts'
import { inHouseContract } from './in-house-contract.ts'
import {
  alarmReadingSchema,
  calculationInputSchema,
  calculationSchema,
  calendarChangeSchema,
  calendarSummarySchema,
  calendarViewSchema,
  calendarYearSchema,
  deadlineSchema,
  lawPreviewSchema,
  rulesSchema,
  stayRegimeSchema,
} from './law-schemas.ts'
import { lineSchema, outageJournalSchema } from './line-schemas.ts'
import { lostPassportContract } from './lost-passport-contract.ts'
import { paperContract } from './paper-contract.ts'
import { administers, anyone, base, files, reads, sends, setsAside, writes } from './procedures.ts'
import { propertyContract } from './property-contract.ts'
import { reportContract } from './report-contract.ts'
import { roomingContract } from './rooming-contract.ts'
import {
  boardSchema,
  checkInInputSchema,
  guestDetailSchema,
  guestInputSchema,
  idSchema,
  importRowSchema,
  noticeSchema,
  previewSchema,
  propertyInputSchema,
  propertySchema,
  queueSchema,
  receiptSchema,
  statusSchema,
  stayInputSchema,
  toldNoticeSchema,
} from './schemas.ts'
import { validationSchema } from './validation-schema.ts'

const noticeId = z.object({ noticeId: idSchema })
/** A change names the version it was made against; `STALE` when someone was faster. */
const versioned = noticeId.extend({ version: z.number().int() })
const reason = z.string().trim().min(3).max(500)

export const contract = {
  desk: {
    status: anyone.route({ method: 'GET', path: '/status', tags: ['public'] }).output(statusSchema),
    /** A word each time something changed: which views to read again. First comes at once, so that a reconnect refreshes. */
    events: anyone.output(
      eventIterator(
        z.object({
          topics: z.array(z.enum(['status', 'board', 'queue', 'guest', 'setup', 'law', 'filing', 'report', 'delivery'])),
          noticeId: idSchema.nullable(),
        }),
      ),
    ),
    /** A person has looked: the PC's date is right, whatever it showed before. Ends `jumped_back` and `jumped_ahead`. Audited. */
    confirmClock: writes.output(statusSchema),
  },
  setup: {
    /** Opens the training folder beside the real one: sample guests, a simulated service. */
    startTraining: anyone.input(z.object({ language: z.enum(['kk', 'ru', 'en']).default('ru') })).output(statusSchema),
    /** Back from training to the real folder. Training data stay where they are. */
    leaveTraining: anyone.output(statusSchema),
    createProperty: base
      .meta({ permission: 'property.set_up' })
      .input(propertyInputSchema)
      .output(z.object({ property: propertySchema, recoveryCode: z.string() })),
    /** Address and credentials of the `migration-api` channel. Secrets go in, never out. Throws `BAD_INPUT` for what cannot be read. */
    setChannelAddress: administers
      .input(
        z.object({
          url: z.url(),
          clientId: z.string().nullable().default(null),
          clientSecret: z.string().nullable().default(null),
          /** Certificate and key with which the desk says who it is: a PKCS#12 file and its passphrase. */
          certificate: z.object({ p12: z.base64().min(1).max(200_000), passphrase: z.string().max(200) }).optional(),
          /** Authorities to trust besides the operating system's, PEM. */
          authority: z.string().min(1).max(200_000).optional(),
          /**
           * Direct when left out; `environment` = HTTPS_PROXY, HTTP_PROXY and NO_PROXY as the administrator set them; `script` = a proxy
           * script (PAC) by address or path; `system` = as the operating system does, where a window of Qabyl can ask it.
           */
          proxy: z
            .discriminatedUnion('kind', [
              z.object({ kind: z.literal('direct') }),
              z.object({ kind: z.literal('environment') }),
              z.object({ kind: z.literal('explicit'), url: z.url() }),
              z.object({ kind: z.literal('script'), location: z.string().min(1).max(1000) }),
              z.object({ kind: z.literal('system') }),
            ])
            .optional(),
        }),
      )
      .output(z.object({})),
  },
  property: propertyContract,
  deadline: {
    explain: reads.input(z.object({ arrival: calendarDateSchema })).output(deadlineSchema),
    /** Every clock of an invented stay, for whoever wants to try. Keeps nothing. */
    calculate: reads.input(calculationInputSchema).output(calculationSchema),
  },
  calendar: {
    /** The years there are, with the version in force of each; the year of today and the next always among them. */
    years: reads.output(z.array(calendarSummarySchema)),
    year: reads.input(z.object({ year: z.number().int().min(2000).max(2199) })).output(calendarViewSchema),
    /** Reads a calendar file; everything wrong with it is named with its place. Changes nothing. Throws `BAD_INPUT`. */
    readFile: administers.input(z.object({ content: fileSchema })).output(z.object({ years: z.array(calendarYearSchema) })),
    /** Which days change, and which open deadlines move and to when. Changes nothing. Throws `BAD_INPUT`. */
    preview: administers.input(z.object({ years: z.array(calendarYearSchema).min(1).max(20) })).output(lawPreviewSchema),
    /**
     * New versions in force, every open deadline recomputed, all audited: one transaction. The register numbers versions itself. Throws
     * `BAD_INPUT` – also where all of it counts already (`calendar_unchanged`) –, `STALE`.
     */
    apply: administers
      .input(
        z.object({
          years: z.array(calendarYearSchema).min(1).max(20),
          basis: z.string(),
          origin: z.enum(['import', 'edit']),
          reason: z.string().trim().max(500).nullable().default(null),
        }),
      )
      .output(calendarChangeSchema),
    changes: reads.output(z.array(calendarChangeSchema)),
    previewUndo: administers.input(z.object({ changeId: idSchema })).output(lawPreviewSchema),
    /**
     * The versions before the change are in force again and the open deadlines with them. Goes back change by change, newest first; an
     * undo cannot be undone, the change can be applied again. Throws `NOT_FOUND`, `STALE`.
     */
    undo: administers.input(z.object({ changeId: idSchema, basis: z.string() })).output(calendarChangeSchema),
    /** The years in force as a file: `json` to import elsewhere, `ics` for any calendar program. */
    exportFile: reads
      .input(z.object({ years: z.array(z.number().int()).min(1).max(20), format: z.enum(['json', 'ics']) }))
      .output(z.object({ fileName: z.string(), mediaType: z.string(), content: fileSchema })),
  },
  rules: {
    get: reads.output(rulesSchema),
    /** Both layers of the visa-free regimes, by code. */
    regimes: reads.output(z.array(stayRegimeSchema)),
    /** What choosing the other reading would move. */
    previewAlarmReading: administers.input(z.object({ alarmReading: alarmReadingSchema })).output(lawPreviewSchema),
    setAlarmReading: administers
      .input(z.object({ alarmReading: alarmReadingSchema, basis: z.string(), reason }))
      .output(rulesSchema),
    /** Follow a clock or not. The notice of arrival cannot be switched off as such. Throws `BAD_INPUT`. */
    setDuty: administers.input(z.object({ kind: z.enum(DUTY_KINDS), isFollowed: z.boolean(), reason })).output(rulesSchema),
    /**
     * `false` = arrivals from now on of guests whom the registration of 2026 binds owe no notice within 3 working days: a reading of
     * the law the property answers for.
     */
    setNotifyAlsoRegistered: administers.input(z.object({ isOn: z.boolean(), reason })).output(rulesSchema),
    /** The property's own figure for a year's MCI; `null` goes back to the program's. */
    setMonthlyIndex: administers
      .input(z.object({ year: z.number().int().min(2000).max(2199), tenge: z.number().int().min(1).max(1_000_000).nullable() }))
      .output(rulesSchema),
  },
  board: {
    get: reads.output(boardSchema),
  },
  checkIn: {
    /** What would happen, while typing. Changes nothing. */
    preview: writes.input(z.object({ stay: stayInputSchema, guest: guestInputSchema })).output(previewSchema),
    /** Guest, document, stay, notice, revision and audit in one transaction; on return they are on disk. */
    create: writes
      .route({ method: 'POST', path: '/check-ins', tags: ['public'] })
      .input(checkInInputSchema)
      .output(z.object({ stayId: idSchema, notices: z.array(noticeSchema) })),
    /** A CSV file of arrivals. Nothing is written before the whole file has parsed; then row by row, each its own transaction. */
    importCsv: writes.input(z.object({ fileName: z.string(), content: fileSchema })).output(
      z.object({
        rows: z.array(importRowSchema),
        created: z.number().int(),
        unchanged: z.number().int(),
        refused: z.number().int(),
      }),
    ),
  },
  draft: {
    /** The unfinished check-in of this workplace. Sealed like any guest data. */
    get: writes
      .input(z.object({ key: z.string().max(100) }))
      .output(z.object({ content: z.string().nullable(), savedAt: instantSchema.nullable() })),
    save: writes
      .input(z.object({ key: z.string().max(100), content: z.string().max(200_000) }))
      .output(z.object({ savedAt: instantSchema })),
    discard: writes.input(z.object({ key: z.string().max(100) })).output(z.object({})),
  },
  guest: {
    /** Search over names in both scripts, room, document, reservation; empty query = newest arrivals first. */
    search: reads
      .input(z.object({ query: z.string().max(200).default(''), limit: z.number().int().min(1).max(500).default(100) }))
      .output(z.object({ notices: z.array(noticeSchema), total: z.number().int() })),
    get: reads.input(noticeId).output(guestDetailSchema),
    /**
     * Completes or corrects what is known. Never refused because something is on its way to the service: `whatFollows` says how the
     * service comes to know. Before acceptance it makes a new revision, after it a correction that follows (`followUps` of `get`). Never
     * restarts the clock. A guest who never came, or whose notice was set aside, is reopened first: `NOT_NOW`.
     */
    correct: writes.input(versioned.extend(correctionSchema.shape)).output(toldNoticeSchema),
    /** What an act would leave: notices, dates, clocks. Changes nothing; throws what the act would throw. */
    foresee: writes.input(noticeId.extend({ act: guestActSchema })).output(foreseenSchema),
    /** Everybody of the stay lives in another room from now on. Tells the service nothing and moves no date. Throws `BAD_INPUT`. */
    moveRoom: writes.input(versioned.extend({ room: z.string().trim().min(1).max(50) })).output(noticeSchema),
    /** No notice is owed. What may have arrived is asked about first, and stays accepted where the service has it. */
    setNotRequired: setsAside.input(versioned.extend({ reason })).output(toldNoticeSchema),
    setFiledElsewhere: setsAside
      .input(versioned.extend({ reason, reference: z.string().max(100).nullable().default(null) }))
      .output(noticeSchema),
    /** A later departure than planned, for everybody of the stay; takes back a departure of this guest. `BAD_INPUT` when it is not later. */
    extend: writes.input(versioned.extend({ departureDate: calendarDateSchema })).output(toldNoticeSchema),
    /** This guest has left, today or earlier. A notice of it follows where the channel wants one, after acceptance. */
    depart: writes.input(versioned.extend({ date: calendarDateSchema, withParty: withPartySchema })).output(toldNoticeSchema),
    /** The guest is here after all: a departure notice that was not sent is withdrawn, one that was is corrected. */
    undoDeparture: writes.input(versioned.extend({ withParty: withPartySchema })).output(toldNoticeSchema),
    /**
     * The guest never came. What was not sent is withdrawn; of an accepted arrival a cancellation follows, the last notice about this
     * guest; for what is on its way the answer decides which. A follow-up named by its own id is withdrawn, as long as nothing of it left.
     */
    cancel: setsAside.input(versioned.extend({ reason, withParty: withPartySchema })).output(toldNoticeSchema),
    /**
     * Undoes setNotRequired, setFiledElsewhere and cancel. A cancellation that was not sent is withdrawn; one that may have arrived is
     * asked about; where it took effect the guest gets a new arrival, on the clock of the first.
     */
    reopen: setsAside.input(versioned.extend({ withParty: withPartySchema })).output(toldNoticeSchema),
  },
  guestList: guestListContract,
  queue: {
    get: reads.output(queueSchema),
    /** Every notice in the folder, flat; for the command line and the PMS. */
    list: reads
      .route({ method: 'GET', path: '/notices', tags: ['public'] })
      .input(z.object({ state: z.enum(NOTIFICATION_STATES).optional() }))
      .output(z.array(noticeSchema)),
    /** Skips the back-off and a pause of the queue, never a Retry-After. */
    sendNow: sends
      .input(z.object({ noticeIds: z.array(idSchema).min(1).max(500) }))
      .output(z.object({ queued: z.number().int() })),
    pause: sends.output(statusSchema),
    resume: sends.output(statusSchema),
    /** Asks the service whether it is there, now. */
    checkConnection: sends.output(statusSchema),
    /** Asks the service whether an `unknown` notice arrived. */
    reconcile: sends.input(noticeId).output(noticeSchema),
    /**
     * Would the service take this notice, which has not been sent? Files nothing and changes nothing. Field by field, with what the desk
     * itself can tell. `NOT_NOW` for what is on its way or settled.
     */
    validate: sends.input(noticeId).output(validationSchema),
    /**
     * A person has looked where the channel cannot be asked (or the desk made a mistake of its own): the service has no such notice. It is
     * ready again under the same client id. Throws `STALE`, and `NOT_NOW` where the channel itself is asked.
     */
    notThere: files.input(versioned).output(noticeSchema),
    /** How the way to the service has been today. */
    line: reads.output(lineSchema),
    /** Outages of the last days, with the deadlines that fell into them. */
    outages: reads.input(z.object({ days: z.number().int().min(1).max(366).default(30) })).output(outageJournalSchema),
    /** Works until nothing can go by itself any more, or the time is up. */
    drain: sends.input(z.object({ untilEmpty: z.boolean(), timeoutMs: z.number().int().min(1).max(3_600_000) })).output(
      z.object({
        isEmpty: z.boolean(),
        accepted: z.number().int(),
        pending: z.number().int(),
        needsPerson: z.number().int(),
        notYetArrived: z.number().int(),
      }),
    ),
  },
  filing: {
    /** Takes (or renews) the lease: from now on no colleague can file this guest. Laid out for the property's first portal, or the one named. */
    take: files.input(noticeId.extend({ portal: portalIdSchema.nullable().default(null) })).output(fillSheetSchema),
    renew: files.input(noticeId).output(z.object({ until: instantSchema })),
    release: files.input(noticeId).output(noticeSchema),
    /** Who has this guest now, and how the last lease ended. */
    holder: files.input(noticeId).output(holderSchema),
    /** Takes a guest away from the colleague who is filing him. Audited with the reason. Throws `NOT_NOW` when nobody is. */
    breakLease: administers.input(noticeId.extend({ reason })).output(noticeSchema),
    handOver: files.input(noticeId).output(noticeSchema),
    /** Off the list of the colleague who signs, where a person had put it. Throws `NOT_NOW`. */
    takeBack: files.input(noticeId).output(noticeSchema),
    /** `accepted` needs a receipt number, a receipt file, or both. */
    recordProof: files
      .input(
        noticeId.extend({
          reference: z.string().trim().max(100).nullable().default(null),
          file: fileSchema.nullable().default(null),
          fileName: z.string().max(200).nullable().default(null),
          portal: portalIdSchema.nullable().default(null),
          /** The day of the counter's stamp, where this one was handed in on paper without a covering list. */
          stampedOn: calendarDateSchema.optional(),
        }),
      )
      .output(noticeSchema),
    /** What has appeared in the watched folders since this guest is being filed. Changes come as the event `filing`. */
    found: files.input(noticeId).output(foundSchema),
    /** The found file is this guest's receipt. Read again and compared first: `NOT_FOUND` (`file`) when it is not the one that was offered. */
    acceptFound: files
      .input(
        noticeId.extend({
          sha256: fileHashSchema,
          reference: z.string().trim().max(100).nullable().default(null),
          portal: portalIdSchema.nullable().default(null),
        }),
      )
      .output(noticeSchema),
    /** It is not: for this guest it is not offered again. */
    declineFound: files.input(noticeId.extend({ sha256: fileHashSchema })).output(foundSchema),
    /**
     * A person has looked at what the service says it has already. Ours: accepted, with that number as proof (`PROOF_REQUIRED` where it
     * named none). Not ours: it waits for a person who settles it with the service.
     */
    confirmDuplicate: files.input(versioned.extend({ isOurs: z.boolean() })).output(noticeSchema),
    /** For the colleague who holds the key: what to sign, in order. */
    handOverList: files.output(z.array(handOverEntrySchema)),
    settings: reads.output(filingSettingsSchema),
    /** The portals in use, first choice first, each with an address of the property's own where it has one. Audited. Throws `BAD_INPUT`. */
    setPortals: administers
      .input(
        z.object({
          portals: z
            .array(z.object({ id: portalIdSchema, url: z.url().max(300).nullable() }))
            .min(1)
            .max(10),
        }),
      )
      .output(filingSettingsSchema),
    /** How values are written for one portal; `null` goes back to the program's own. Audited. Throws `BAD_INPUT`. */
    setConvention: administers
      .input(z.object({ portal: portalIdSchema, convention: conventionSchema.nullable() }))
      .output(filingSettingsSchema),
    /** The sheet of a fictional guest as this convention would write it. Changes nothing. */
    previewConvention: reads
      .input(z.object({ portal: portalIdSchema, convention: conventionSchema }))
      .output(previewSheetSchema),
    /** Folders on the desk's own PC, or reachable from it, where receipts appear; replaces those before. Audited. Throws `BAD_INPUT`. */
    setFolders: administers
      .input(z.object({ directories: z.array(z.string().min(1).max(1000)).max(4) }))
      .output(filingSettingsSchema),
  },
  receipt: {
    get: reads.input(z.object({ receiptId: idSchema })).output(z.object({ receipt: receiptSchema, content: fileSchema })),
  },
  paper: paperContract,
  document: documentContract,
  lostPassport: lostPassportContract,
  card: cardContract,
  report: reportContract,
  rooming: roomingContract,
  inHouse: inHouseContract,
  delivery: deliveryContract,
  evidence: evidenceContract,
  maintenance: {
    backup: administers
      .input(z.object({ directory: z.string().nullable().default(null) }))
      .output(z.object({ file: z.string(), bytes: z.number().int(), sha256: z.string(), verified: z.literal(true) })),
    verify: administers.output(
      z.object({
        isClean: z.boolean(),
        integrity: z.array(z.string()),
        foreignKeys: z.number().int(),
        auditEntries: z.number().int(),
        auditBrokenAt: z.number().int().nullable(),
        receiptsBroken: z.number().int(),
        invariants: z.array(z.string()),
        /** Closed days there are, and what does not fit in them: `2026-125: hash`. */
        closes: z.number().int(),
        closesBroken: z.array(z.string()),
      }),
    ),
    /** Fictional guests, training and test folders only. */
    seed: administers
      .input(z.object({ guests: z.number().int().min(1).max(1_000_000), seed: z.number().int() }))
      .output(z.object({ guests: z.number().int(), seed: z.number().int() })),
  },
}
export type Contract = typeof contract
