/**
 * How the three catalogues are held to one shape. Russian is the source: its keys and its `{{variables}}` are the type that
 * Kazakh and English must satisfy, so a missing key or a forgotten variable does not compile.
 */
export interface Messages {
  readonly [key: string]: string | Messages
}

type VariablesOf<Message> = Message extends `${string}{{${infer Variable}}}${infer Rest}` ? Variable | VariablesOf<Rest> : never

type Containing<Variable extends string> = (
  Variable extends string
    ? (message: `${string}{{${Variable}}}${string}`) => void
    : never
) extends (message: infer Both) => void
  ? Both
  : never

/** The number itself may be spelled out ("one notice"), every other variable must appear. */
type NeededVariables<Message> = Exclude<VariablesOf<Message>, 'count'>

type TranslationOfMessage<Message> = [NeededVariables<Message>] extends [never] ? string : Containing<NeededVariables<Message>>

/** Russian counts in one, few, many, other; Kazakh and English in one and other. */
type IsRussianPlural<Key> = Key extends `${string}_few` | `${string}_many` ? true : false

export type TranslationOf<Source> = {
  readonly [Key in keyof Source as IsRussianPlural<Key> extends true ? never : Key]: Source[Key] extends string
    ? TranslationOfMessage<Source[Key]>
    : TranslationOf<Source[Key]>
}
