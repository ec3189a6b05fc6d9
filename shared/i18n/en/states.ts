import type { TranslationOf } from '../catalogue.ts'
import type { states as source, causes as sourceOfCauses, stateNotes as sourceOfNotes } from '../ru/states.ts'

export const states = {
  citizenship_unknown: 'Citizenship unknown',
  incomplete: 'Incomplete',
  ready: 'Ready',
  leased: 'Being filed',
  handover: 'Needs signature',
  sending: 'Sending',
  unknown: 'We don’t know yet',
  deferred: 'Service is checking',
  duplicate: 'Looks like a double',
  rejected: 'Rejected',
  accepted: 'Accepted',
  filed_elsewhere: 'Filed elsewhere',
  not_required: 'Not required',
  cancelled: 'Cancelled',
  overdue: 'Overdue',
} satisfies TranslationOf<typeof source>

export const stateNotes = {
  retry: 'Retry {{at}}',
  leasedBy: '{{name}} is filing it',
  leasedByMe: 'You are filing it',
  awaitsLine: 'Waits for the line',
  forPerson: 'To file',
  paused: 'Paused',
} satisfies TranslationOf<typeof sourceOfNotes>

export const causes = {
  offline: {
    short: 'no network',
    meaning: 'This PC has no network; nothing left it. It goes by itself once the network is back.',
  },
  dns: {
    short: 'service address not found',
    meaning:
      'The server name was not found; nothing was sent. Check the internet and the channel address; it retries by itself.',
  },
  refused: {
    short: 'service refused the connection',
    meaning: 'The server did not open a connection; nothing was sent. It retries by itself.',
  },
  tls: {
    short: 'secure connection failed',
    meaning: 'No secure connection could be made; nothing was sent. Check the date of this PC and the channel certificate.',
  },
  proxy: {
    short: 'the way out is not known',
    meaning:
      'The proxy script, or the system, did not say how to get out of the network; nothing was sent. Ask the administrator to look at the proxy settings; it retries by itself.',
  },
  timeout: {
    short: 'service did not answer in time',
    meaning: 'The data left and no answer came. We ask the service first; nothing is sent twice.',
  },
  connection_cut: {
    short: 'line was cut after sending',
    meaning: 'The line was cut after sending. We ask the service whether it has the notice; nothing is sent twice.',
  },
  server_error: {
    short: 'failure at the service',
    meaning: 'The service answered with a failure and may or may not have stored the notice. We ask it first.',
  },
  unreadable_answer: {
    short: 'answer cannot be read',
    meaning: 'An answer came that cannot be understood. We ask the service whether it has the notice; nothing is sent twice.',
  },
  rate_limited: {
    short: 'service asked to wait',
    meaning: 'The service asked to wait. The notice goes by itself as soon as that time is over.',
  },
  sign_in_refused: {
    short: 'service refused the sign-in',
    meaning: 'The service refused the access key. Sending has stopped: check the channel key or file by hand.',
  },
  process_died: {
    short: 'program closed while sending',
    meaning: 'The program closed while the notice was leaving. We ask the service whether it has it; nothing is sent twice.',
  },
  found_absent: {
    short: 'asked: the service has none',
    meaning: 'We asked: the service has none. It goes again under the same id.',
  },
  content_refused: {
    short: 'service refused the data',
    meaning: 'The service refused the data. Correct the field it names and the notice goes as a new revision.',
  },
  already_there: {
    short: 'service has one already',
    meaning: 'The service says it has this notice already. Check whether it is yours.',
  },
  accepted_late: {
    short: 'accepted late',
    meaning: 'The service accepted the notice and marked it late. The receipt is stored.',
  },
  program_error: {
    short: 'program error',
    meaning: 'The program made an error and will not retry by itself. File it by hand and tell support.',
  },
  restored: {
    short: 'restored from a backup',
    meaning:
      'The register was restored from a backup. The notice may have left after that copy was made. We ask the service first, then send.',
  },
} satisfies TranslationOf<typeof sourceOfCauses>
