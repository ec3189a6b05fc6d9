import { DOCUMENT_TYPES, SEXES } from '#shared/domain/guest.ts'
import { useStatus } from '../../client/use-status.ts'
import { FieldGrid } from '../../components/field.tsx'
import { Panel } from '../../components/panel.tsx'
import { readBirthDate, readDay } from '../../entry/date-entry.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useCheckIn } from './check-in-context.ts'
import { CitizenshipField } from './citizenship-field.tsx'
import styles from './fields.module.css'
import { ChoiceField, DateField, FlagAffix, TextField } from './fields.tsx'
import { guardianDocuments, MOST_TABS } from './form-state.ts'
import { PartyTabs } from './party-tabs.tsx'
import { ComparePanel } from './picture/compare-panel.tsx'
import { PictureBar } from './picture/picture-bar.tsx'
import { ListNote } from './rooming/list-note.tsx'
import { PartyNav } from './rooming/party-nav.tsx'
import { ScanWell } from './scan-well.tsx'
import { SpellingsLine } from './spellings-line.tsx'

/** Step 1: who the guest is, by what document. */
export function DocumentPanel() {
  const { form, guest, document, rooming } = useCheckIn()
  const { say } = useWords()
  const today = useStatus().businessDate
  const isRead = document?.checks.every((check) => check.isValid) === true
  const needsIssueHint = isRead && guest.issueDate === ''
  return (
    <Panel
      title={say('checkIn.document')}
      step={1}
      aside={form.guests.length > MOST_TABS ? <PartyNav rooming={rooming} /> : <PartyTabs />}
    >
      <ListNote />
      <ScanWell />
      <PictureBar />
      <ComparePanel />
      <div className={styles.fields}>
        <FieldGrid>
          <TextField field="surname" label={say('fields.surname')} span={4} />
          <TextField
            field="givenNames"
            label={say('fields.givenNames')}
            span={4}
            isOff={guest.hasSingleName}
            affix={<FlagAffix field="hasSingleName" label={say('checkIn.fields.singleName')} />}
          />
          <CitizenshipField span={4} />
          <DateField field="birthDate" label={say('fields.birthDate')} span={3} read={(text) => readBirthDate(text, today)} />
          <ChoiceField field="sex" label={say('fields.sex')} span={2} choices={SEXES} nameOf={(sex) => say(`sexes.${sex}`)} />
          <ChoiceField
            field="documentType"
            label={say('fields.documentType')}
            span={guest.documentType === 'none' ? 4 : 3}
            choices={DOCUMENT_TYPES}
            nameOf={(type) => say(`documentTypes.${type}`)}
          />
          {guest.documentType === 'none' ? <GuardianField /> : <OwnDocument />}
          {guest.documentType !== 'none' && (
            <>
              <DateField
                field="issueDate"
                label={say('fields.issueDate')}
                hint={needsIssueHint ? say('checkIn.fields.issueDateHint') : undefined}
                span={3}
                read={(text) => readDay(text, today, 'past')}
              />
              <DateField
                field="expiryDate"
                label={say('fields.expiryDate')}
                span={3}
                isOff={guest.hasNoExpiry}
                placeholder=""
                read={(text) => readDay(text, today, 'future')}
                affix={<FlagAffix field="hasNoExpiry" label={say('checkIn.fields.noExpiry')} />}
              />
            </>
          )}
          <TextField field="patronymic" label={say('fields.patronymic')} span={3} />
          <TextField field="printedName" label={say('fields.printedName')} span={3} />
          <SpellingsLine />
        </FieldGrid>
      </div>
    </Panel>
  )
}

function OwnDocument() {
  const { say } = useWords()
  return (
    <>
      <TextField field="documentSeries" label={say('fields.documentSeries')} span={1} />
      <TextField field="documentNumber" label={say('checkIn.fields.documentNumber')} span={3} />
    </>
  )
}

/** A child without a document travels on an adult's: one of this check-in, or typed. */
function GuardianField() {
  const { form } = useCheckIn()
  const { say } = useWords()
  const list = guardianDocuments(form).map(({ name, document }) => ({
    value: document,
    label: say('checkIn.party.adultDocument', { name, document }),
  }))
  return <TextField field="guardianDocument" label={say('fields.guardianDocument')} span={3} list={list} />
}
