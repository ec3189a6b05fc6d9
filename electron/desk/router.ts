import type { RouterClient } from '@orpc/server'
import { getBoard } from './board.ts'
import { cardHandlers } from './card-handlers.ts'
import { changeProperty } from './change-property.ts'
import { checkIn } from './check-in.ts'
import { extend } from './correct.ts'
import { correctWithBooking } from './correct-booking.ts'
import { deliveryHandlers } from './delivery-handlers.ts'
import type { DeskSession } from './desk-session.ts'
import { documentHandlers } from './document-handlers.ts'
import { discardDraft, getDraft, saveDraft } from './drafts.ts'
import { evidenceHandlers } from './evidence-handlers.ts'
import { confirmDuplicate } from './filing/confirm-duplicate.ts'
import { breakLease, releaseLease } from './filing/filing.ts'
import { getHandOverList, handOver, takeBack } from './filing/hand-over.ts'
import { holderOf } from './filing/holder.ts'
import { recordProof } from './filing/record-proof.ts'
import { getFilingSettings, previewConvention, setConvention, setPortals } from './filing/settings.ts'
import { foresee } from './foresee.ts'
import { getGuest, searchGuests } from './guest-detail.ts'
import { guestListHandlers } from './guest-list-handlers.ts'
import { deskImplementer } from './implementer.ts'
import { importArrivals } from './import-arrivals.ts'
import { inHouseHandlers } from './in-house-handlers.ts'
import { calculate, explainArrival } from './law/calculate.ts'
import { applyCalendar, previewCalendar, previewCalendarUndo, undoCalendar } from './law/calendar-change.ts'
import { exportCalendar, readCalendarFile } from './law/calendar-files.ts'
import { getCalendarYear, listCalendarChanges, listCalendarYears } from './law/calendar-views.ts'
import { getRules, listRegimes } from './law/rules.ts'
import { previewAlarmReading, setAlarmReading, setDuty, setMonthlyIndex, setNotifyAlsoRegistered } from './law/rules-changes.ts'
import { lineToday } from './line-today.ts'
import { lostPassportHandlers } from './lost-passport-handlers.ts'
import { backUpRegister, verifyRegister } from './maintenance.ts'
import { moveRoom } from './move-room.ts'
import { sayNotThere } from './not-there.ts'
import { outageJournal } from './outage-journal.ts'
import { paperHandlers } from './paper-handlers.ts'
import { cancelTogether, departTogether, reopenTogether, undoDepartureTogether } from './party-acts.ts'
import { previewCheckIn } from './preview.ts'
import { getQueue, listNotices } from './queue.ts'
import { openReceipt } from './receipts.ts'
import { reportHandlers } from './report-handlers.ts'
import { roomingHandlers } from './rooming-handlers.ts'
import { setFiledElsewhere, setNotRequired } from './set-aside.ts'
import { seedGuests } from './training/seed.ts'

export type DeskRouter = ReturnType<typeof createRouter>
/** Calls the desk in the same process, without a transport. */
export type DirectDeskClient = RouterClient<DeskRouter>

/**
 * Every procedure of the contract, one line each; one that is missing does not compile. `session` says which desk answers right now,
 * so that hosts keep one router while training and the real register change places.
 */
export function createRouter(session: DeskSession) {
  const { os, desk } = deskImplementer(session.logger)
  const register = () => session.desk().register

  return os.router({
    desk: {
      status: desk.desk.status.handler(({ context }) => session.status(context)),
      events: desk.desk.events.handler(({ signal }) => session.subscribe(signal)),
      confirmClock: desk.desk.confirmClock.handler(({ context }) => {
        session.desk().confirmClock(context)
        return session.status(context)
      }),
    },
    setup: {
      startTraining: desk.setup.startTraining.handler(async ({ input, context }) => {
        await session.startTraining(input.language)
        return session.status(session.callerAfterSwitch(context))
      }),
      leaveTraining: desk.setup.leaveTraining.handler(async ({ context }) => {
        await session.leaveTraining()
        return session.status(session.callerAfterSwitch(context))
      }),
      createProperty: desk.setup.createProperty.handler(({ input }) => session.createProperty(input)),
      setChannelAddress: desk.setup.setChannelAddress.handler(async ({ input, context }) => {
        await session.desk().setChannelAddress(context, { ...input, isBuiltIn: false })
        return {}
      }),
    },
    property: {
      change: desk.property.change.handler(({ input, context }) => changeProperty(register(), context, input)),
    },
    deadline: {
      explain: desk.deadline.explain.handler(({ input }) => explainArrival(register(), input.arrival)),
      calculate: desk.deadline.calculate.handler(({ input }) => calculate(register(), input)),
    },
    calendar: {
      years: desk.calendar.years.handler(() => listCalendarYears(register())),
      year: desk.calendar.year.handler(({ input }) => getCalendarYear(register(), input.year)),
      readFile: desk.calendar.readFile.handler(({ input }) => readCalendarFile(input.content)),
      preview: desk.calendar.preview.handler(({ input, context }) => previewCalendar(register(), context, input.years)),
      apply: desk.calendar.apply.handler(({ input, context }) => applyCalendar(register(), context, input)),
      changes: desk.calendar.changes.handler(() => listCalendarChanges(register())),
      previewUndo: desk.calendar.previewUndo.handler(({ input, context }) =>
        previewCalendarUndo(register(), context, input.changeId),
      ),
      undo: desk.calendar.undo.handler(({ input, context }) => undoCalendar(register(), context, input)),
      exportFile: desk.calendar.exportFile.handler(({ input }) => exportCalendar(register(), input.years, input.format)),
    },
    rules: {
      get: desk.rules.get.handler(() => getRules(register())),
      regimes: desk.rules.regimes.handler(() => listRegimes()),
      previewAlarmReading: desk.rules.previewAlarmReading.handler(({ input, context }) =>
        previewAlarmReading(register(), context, input.alarmReading),
      ),
      setAlarmReading: desk.rules.setAlarmReading.handler(({ input, context }) => setAlarmReading(register(), context, input)),
      setDuty: desk.rules.setDuty.handler(({ input, context }) => setDuty(register(), context, input)),
      setNotifyAlsoRegistered: desk.rules.setNotifyAlsoRegistered.handler(({ input, context }) =>
        setNotifyAlsoRegistered(register(), context, input),
      ),
      setMonthlyIndex: desk.rules.setMonthlyIndex.handler(({ input, context }) => setMonthlyIndex(register(), context, input)),
    },
    board: {
      get: desk.board.get.handler(({ context }) => getBoard(register(), context)),
    },
    checkIn: {
      preview: desk.checkIn.preview.handler(({ input }) => previewCheckIn(register(), input.stay, input.guest)),
      create: desk.checkIn.create.handler(({ input, context }) => checkIn(register(), context, input)),
      importCsv: desk.checkIn.importCsv.handler(({ input, context }) => importArrivals(register(), context, input.content)),
    },
    draft: {
      get: desk.draft.get.handler(({ input }) => getDraft(register(), input.key)),
      save: desk.draft.save.handler(({ input }) => saveDraft(register(), input.key, input.content)),
      discard: desk.draft.discard.handler(({ input }) => {
        discardDraft(register(), input.key)
        return {}
      }),
    },
    guest: {
      search: desk.guest.search.handler(({ input, context }) => searchGuests(register(), context, input.query, input.limit)),
      get: desk.guest.get.handler(({ input, context }) =>
        getGuest(register(), context, input.noticeId, session.desk().isChainIntact),
      ),
      correct: desk.guest.correct.handler(({ input, context }) => correctWithBooking(register(), context, input)),
      foresee: desk.guest.foresee.handler(({ input, context }) => foresee(register(), context, input.noticeId, input.act)),
      moveRoom: desk.guest.moveRoom.handler(({ input, context }) => moveRoom(register(), context, input)),
      setNotRequired: desk.guest.setNotRequired.handler(({ input, context }) => setNotRequired(register(), context, input)),
      setFiledElsewhere: desk.guest.setFiledElsewhere.handler(({ input, context }) =>
        setFiledElsewhere(register(), context, input),
      ),
      extend: desk.guest.extend.handler(({ input, context }) => extend(register(), context, input)),
      depart: desk.guest.depart.handler(({ input, context }) => departTogether(register(), context, input)),
      undoDeparture: desk.guest.undoDeparture.handler(({ input, context }) =>
        undoDepartureTogether(register(), context, input),
      ),
      cancel: desk.guest.cancel.handler(({ input, context }) => cancelTogether(register(), context, input)),
      reopen: desk.guest.reopen.handler(({ input, context }) => reopenTogether(register(), context, input)),
    },
    guestList: guestListHandlers(desk, () => session.desk()),
    queue: {
      get: desk.queue.get.handler(({ context }) => getQueue(register(), context)),
      list: desk.queue.list.handler(({ input, context }) => listNotices(register(), context, input.state)),
      sendNow: desk.queue.sendNow.handler(({ input }) => session.desk().line.sendNow(input.noticeIds)),
      pause: desk.queue.pause.handler(({ context }) => {
        session.desk().line.pause(context)
        return session.status(context)
      }),
      resume: desk.queue.resume.handler(({ context }) => {
        session.desk().line.resume(context)
        return session.status(context)
      }),
      checkConnection: desk.queue.checkConnection.handler(async ({ context }) => {
        await session.desk().line.checkConnection()
        return session.status(context)
      }),
      reconcile: desk.queue.reconcile.handler(({ input, context }) => session.desk().line.reconcile(context, input.noticeId)),
      validate: desk.queue.validate.handler(({ input, context }) => session.desk().line.validate(context, input.noticeId)),
      notThere: desk.queue.notThere.handler(({ input, context }) => sayNotThere(register(), context, input)),
      line: desk.queue.line.handler(() => lineToday(register(), session.desk().line.aheadOfServerMs())),
      outages: desk.queue.outages.handler(({ input }) => outageJournal(register(), input.days)),
      drain: desk.queue.drain.handler(({ input }) => session.desk().line.drain(input)),
    },
    filing: {
      take: desk.filing.take.handler(({ input, context }) => session.desk().byHand.take(context, input)),
      renew: desk.filing.renew.handler(({ input, context }) => session.desk().byHand.renew(context, input.noticeId)),
      release: desk.filing.release.handler(({ input, context }) => releaseLease(register(), context, input.noticeId)),
      holder: desk.filing.holder.handler(({ input, context }) => holderOf(register(), context, input.noticeId)),
      breakLease: desk.filing.breakLease.handler(({ input, context }) => breakLease(register(), context, input)),
      handOver: desk.filing.handOver.handler(({ input, context }) => handOver(register(), context, input.noticeId)),
      takeBack: desk.filing.takeBack.handler(({ input, context }) => takeBack(register(), context, input.noticeId)),
      recordProof: desk.filing.recordProof.handler(({ input, context }) => recordProof(register(), context, input)),
      found: desk.filing.found.handler(({ input, context }) => session.desk().byHand.found(context, input.noticeId)),
      acceptFound: desk.filing.acceptFound.handler(({ input, context }) => session.desk().byHand.acceptFound(context, input)),
      declineFound: desk.filing.declineFound.handler(({ input, context }) =>
        session.desk().byHand.declineFound(context, input),
      ),
      confirmDuplicate: desk.filing.confirmDuplicate.handler(({ input, context }) =>
        confirmDuplicate(register(), context, input),
      ),
      handOverList: desk.filing.handOverList.handler(({ context }) => getHandOverList(register(), context)),
      settings: desk.filing.settings.handler(() => getFilingSettings(register())),
      setPortals: desk.filing.setPortals.handler(({ input, context }) => setPortals(register(), context, input.portals)),
      setConvention: desk.filing.setConvention.handler(({ input, context }) => setConvention(register(), context, input)),
      previewConvention: desk.filing.previewConvention.handler(({ input }) => previewConvention(register(), input)),
      setFolders: desk.filing.setFolders.handler(({ input, context }) =>
        session.desk().byHand.setFolders(context, input.directories),
      ),
    },
    receipt: {
      get: desk.receipt.get.handler(({ input, context }) => openReceipt(register(), context, input.receiptId)),
    },
    paper: paperHandlers(desk, register),
    document: documentHandlers(desk, register),
    lostPassport: lostPassportHandlers(desk, register),
    card: cardHandlers(desk, register),
    report: reportHandlers(desk, register),
    rooming: roomingHandlers(desk),
    inHouse: inHouseHandlers(desk, register),
    delivery: deliveryHandlers(desk, () => session.desk()),
    evidence: evidenceHandlers(desk, register),
    maintenance: {
      backup: desk.maintenance.backup.handler(({ input, context }) => backUpRegister(register(), context, input.directory)),
      verify: desk.maintenance.verify.handler(() => verifyRegister(register())),
      seed: desk.maintenance.seed.handler(({ input, context }) => seedGuests(register(), context, input)),
    },
  })
}
