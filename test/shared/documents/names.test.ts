import { describe, expect, it } from 'vitest'
import { sentName } from '#shared/documents/sent-name.ts'
import { spellingsOf } from '#shared/documents/spellings.ts'
import { transliterate, unsendableCharacters } from '#shared/documents/transliterate.ts'
import { EMPTY_GUEST, type GuestFacts } from '#shared/domain/guest.ts'
import { td3 } from './mrz-maker.ts'

const guest = (facts: Partial<GuestFacts>): GuestFacts => ({ ...EMPTY_GUEST, ...facts })
const mrz = (name: string, parts = {}) => td3({ name, ...parts }).join('\n')

describe('transliteration', () => {
  it.each([
    ['Юлия Щербакова', null, 'IULIIA SHCHERBAKOVA'],
    ['Ольга Подъячева', null, 'OLGA PODIEIACHEVA'],
    ['Ёлкин Хитров Цой', null, 'ELKIN KHITROV TSOI'],
    ['Нұрланов Әлішер', 'KAZ', 'NURLANOV ALISHER'],
    ['Қасымова Айнұр', 'KAZ', 'QASYMOVA AINUR'],
    ['ӘҒҚҢӨҰҮҺІ әғқңөұүһі', 'KAZ', 'AGQNOUUHI AGQNOUUHI'],
    ['Раҳмонов Фирӯз', 'TJK', 'RAHMONOV FIRUZ'],
    ['Кавальчук Ганна', 'BLR', 'KAVALCHUK HANNA'],
    ['Müller Jürgen', 'DEU', 'MUELLER JUERGEN'],
    ['Weiß', 'DEU', 'WEISS'],
    ['Öztürk Gülşen Yılmaz', 'TUR', 'OZTURK GULSEN YILMAZ'],
    ['Əliyeva', 'AZE', 'ALIYEVA'],
    ['Kowalski Łukasz', 'POL', 'KOWALSKI LUKASZ'],
    ['Hansen Bjørn', 'NOR', 'HANSEN BJOERN'],
    ['Nguyễn Văn Đạt', 'VNM', 'NGUYEN VAN DAT'],
    ['García López', 'ESP', 'GARCIA LOPEZ'],
    ["O'Brien-Smith", 'IRL', "O'BRIEN-SMITH"],
  ])('%s (%s) becomes %s', (text, citizenship, expected) => {
    expect(transliterate(text, citizenship)).toBe(expected)
  })

  it.each(['李娜', '김민준', 'Παπαδόπουλος', 'Հովհաննիսյան', 'გელაშვილი'])('leaves the letters of %s in place', (name) => {
    const sent = transliterate(name)
    expect([...sent].length).toBeGreaterThanOrEqual([...name].length)
    expect(sent).not.toMatch(/[A-Z]/)
  })

  it('reads combined and decomposed letters alike', () => {
    expect(transliterate('Müller Йод'.normalize('NFD'))).toBe(transliterate('Müller Йод'))
  })
})

describe('characters a channel cannot carry', () => {
  it('are named, each once', () => {
    expect(unsendableCharacters('Müller-Öztürk, 李娜', /[A-Za-z ,]/)).toEqual(['ü', '-', 'Ö', '李', '娜'])
    expect(unsendableCharacters('MUELLER', /[A-Z]/g)).toEqual([])
  })
})

describe('the name as sent', () => {
  it('is the MRZ’s, whatever the script of the fields', () => {
    const facts = guest({ surname: 'Müller', givenNames: 'Jürgen', mrz: mrz('MUELLER<<JUERGEN') })
    expect(sentName(facts)).toEqual({ surname: 'MUELLER', givenNames: 'JUERGEN', patronymic: null })
    const chinese = guest({ surname: '李', givenNames: '娜', mrz: mrz('LI<<NA') })
    expect(sentName(chinese)).toEqual({ surname: 'LI', givenNames: 'NA', patronymic: null })
    const russian = guest({ surname: 'Щербаков', givenNames: 'Илья', mrz: mrz('SHCHERBAKOV<<ILYA') })
    expect(sentName(russian)).toEqual({ surname: 'SHCHERBAKOV', givenNames: 'ILYA', patronymic: null })
  })

  it.each(['Öztürk', 'OZTURK', 'oztürk', 'Özturk'])('takes %s for the same as OZTURK', (surname) => {
    expect(sentName(guest({ surname, givenNames: 'Can', mrz: mrz('OZTURK<<CAN') })).surname).toBe('OZTURK')
  })

  it('is the clerk’s where the same script contradicts a misread line', () => {
    const facts = guest({ surname: 'Smith', givenNames: 'Emma', mrz: mrz('SMITHK<<EMMA<KKKK') })
    expect(sentName(facts)).toEqual({ surname: 'SMITH', givenNames: 'EMMA', patronymic: null })
  })

  it('is the typed one where the MRZ’s is cut off', () => {
    const cut = 'PAPADOPOULOUKONSTANTINOPOULOUCHATZIGEOR'
    const facts = guest({ surname: `${cut}GIOU`, givenNames: 'Anna', mrz: mrz(cut) })
    expect(sentName(facts)).toEqual({ surname: `${cut}GIOU`, givenNames: 'ANNA', patronymic: null })
  })

  it('is decoded and transliterated from a Russian internal passport', () => {
    const facts = guest({ mrz: mrz('WUKINA<<EKATERINA<OLEGOVNA', { code: 'PN', issuer: 'RUS' }) })
    expect(sentName(facts)).toEqual({ surname: 'SHCHUKINA', givenNames: 'EKATERINA', patronymic: 'OLEGOVNA' })
  })

  it('has the patronymic apart where the fields name it', () => {
    const facts = guest({
      surname: 'Иванова',
      givenNames: 'Юлия',
      patronymic: 'Сергеевна',
      mrz: mrz('IVANOVA<<IULIIA<SERGEEVNA'),
    })
    expect(sentName(facts)).toEqual({ surname: 'IVANOVA', givenNames: 'IULIIA', patronymic: 'SERGEEVNA' })
  })

  it('is transliterated without an MRZ, and with one that cannot be read', () => {
    const facts = guest({ surname: 'Ахметов', givenNames: 'Руслан' })
    const expected = { surname: 'AKHMETOV', givenNames: 'RUSLAN', patronymic: null }
    expect(sentName(facts)).toEqual(expected)
    expect(sentName({ ...facts, mrz: 'P<<<' })).toEqual(expected)
  })

  it.each(['SUKARNO', 'SUKARNO<<KK'])('has no given names for a person with one name, whatever %s seems to say', (coded) => {
    expect(sentName(guest({ surname: 'Sukarno', hasSingleName: true, mrz: mrz(coded) }))).toEqual({
      surname: 'SUKARNO',
      givenNames: null,
      patronymic: null,
    })
  })

  it('is unknown while no name is', () => {
    expect(sentName(EMPTY_GUEST)).toEqual({ surname: null, givenNames: null, patronymic: null })
  })
})

describe('the three spellings', () => {
  it.each([
    ['MUELLER<<JUERGEN', 'Müller Jürgen', 'MUELLER JUERGEN'],
    ['NGUYEN<<VAN<AN', 'Nguyễn Văn An', 'NGUYEN VAN AN'],
    ['OBRIEN<<SEAN', "O'Brien Seán", 'OBRIEN SEAN'],
    ['LI<<NA', '李娜', 'LI NA'],
    ['PETROVA<<OLGA', 'Петрова Ольга', 'PETROVA OLGA'],
  ])('of %s keep %s as printed', (coded, printedName, sent) => {
    expect(spellingsOf(guest({ printedName, mrz: mrz(coded) }))).toEqual({ mrz: sent, printed: printedName, sent })
  })

  it('show a Russian internal passport as coded, printed and sent', () => {
    const facts = guest({
      surname: 'ХИТРОВ',
      givenNames: 'ИЛЬЯ',
      patronymic: 'НИКОЛАЕВИЧ',
      mrz: mrz('HITROV<<IL98<NIKOLAEVI3', { code: 'PN', issuer: 'RUS' }),
    })
    expect(spellingsOf(facts)).toEqual({
      mrz: 'HITROV IL98 NIKOLAEVI3',
      printed: 'ХИТРОВ ИЛЬЯ НИКОЛАЕВИЧ',
      sent: 'KHITROV ILIA NIKOLAEVICH',
    })
  })

  it('are empty where nothing is known', () => {
    expect(spellingsOf(EMPTY_GUEST)).toEqual({ mrz: null, printed: null, sent: null })
  })
})
