import { fold } from './fold.ts'
import type { ListColumn } from './list-column.ts'

/** Words of a head, folded, in Russian, Kazakh and English. The first that fits decides, so that the more telling ones come first. */
const HEADS: readonly (readonly [RegExp, ListColumn])[] = [
  [/^(№|no|nr|n|#|num|п п|№ п п|n п п|р с|рет|pax no|s no|sr no)$/, 'rowNumber'],
  // Heads that look like others and are nothing the register keeps.
  [/кем выдан|issuing|issued by|authority|берген орган|место рожд|place of birth|туған жер|birth place|birthplace/, 'other'],
  [/тип номера|категория|room type|type of room|бөлме түрі|размещени|питание|meal|примеч|коммент|comment|remark|note/, 'other'],
  [/фамилия латин|transliterat/, 'other'],
  [/брон|booking|reserv|confirmation|voucher|ваучер/, 'reservation'],
  [/(виз|visa).*(до$|до |срок|действ|until|valid|expir|дейін|мерзім)/, 'visaValidUntil'],
  [/^виз|номер визы|visa|виза/, 'visaNumber'],
  [/въезд|границ|border|entry|кірген/, 'borderEntryDate'],
  [/заезд|приезд|прибыт|arriv|check in|checkin|келу|келген|қоныстану/, 'arrival'],
  [/выезд|отъезд|убыт|depart|check out|checkout|кету|шығу/, 'departure'],
  [/рожд|birth|^dob$|^д р$|^др$|^b day$|туған|туылған/, 'birthDate'],
  [/выдач|выдан|issue|берілген|берілу/, 'issueDate'],
  [/действит|истека|оконч|^срок|до какого|expir|expiry|valid|жарамды|қолданылу/, 'expiryDate'],
  [/e mail|email|mail|почт|пошта/, 'email'],
  [/^тел|телефон|phone|mobile|моб/, 'phone'],
  [/mrz|машиночит|machine readable|машинада оқыл/, 'mrz'],
  [/^(пол|sex|gender|жыныс|жынысы|м ж|m f)$/, 'sex'],
  [/гражд|подданств|citizen|national|^страна|country|азамат|^ел$|^елі$|мемлекет/, 'citizenship'],
  [/^(серия|series|сериясы)( документа| паспорта)?$/, 'documentSeries'],
  [/(тип|вид|type|kind|түр).*(док|doc|құжат|id)|(док|doc|құжат).*(тип|вид|type|түр)|^документ$|^document$/, 'documentType'],
  [/паспорт|passport|^pass|pass no|төлқұжат|докум|document|^doc|құжат|удостоверен|куәлік|id card|id no/, 'documentNumber'],
  [/комнат|room|апартам|бөлме|^номер$|^№ номера$|номер комнаты|номер в отеле|^нөмір|^rm$|^к$/, 'room'],
  [/цель|purpose|мақсат/, 'purpose'],
  [/отчеств|patronym|middle|әкесінің|fathers name/, 'patronymic'],
  [/имя.*фамил|first.*(last|sur)|given.*(sur|last|family)|^аты.*тегі|name.*surname/, 'givenFirst'],
  [/^ф ?и ?о|фамил.*им|(sur|last|family).*(first|given|name.*name)|surname name|тегі.*аты|аты жөні|т ?а ?ә/, 'surnameFirst'],
  [/фамил|surname|last name|lastname|family|тегі/, 'surname'],
  [/^имя$|имена|given|first name|firstname|forename|^аты$|есімі/, 'givenNames'],
  [/full name|guest name|name of|^name|^names|^guest|^гост|^турист|^клиент|имя гостя|қонақ|^pax|passenger/, 'surnameFirst'],
]

/** What a head line calls a column; `undefined` when it says nothing that is known here. */
export function columnOfHead(head: string): ListColumn | undefined {
  if (head.trim() === '№' || head.trim() === '#') return 'rowNumber'
  const folded = fold(head.replaceAll('№', ' № '))
  return folded === '' ? undefined : HEADS.find(([pattern]) => pattern.test(folded))?.[1]
}
