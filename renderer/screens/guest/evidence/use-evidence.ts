import { useMutation } from '@tanstack/react-query'
import type { Language } from '#shared/i18n/language.ts'
import { useDesk } from '../../../client/desk-context.tsx'
import { saveFile } from '../../../client/save-file.ts'

/** Asks the desk for the evidence about one guest and hands it to the browser's downloads. Its making stands in the guest's timeline. */
export function useEvidence(noticeId: string) {
  const { client } = useDesk()
  return useMutation({
    mutationFn: (language: Language) => client.evidence.make({ request: { what: 'guest', noticeId }, language }),
    async onSuccess({ content, fileName }) {
      saveFile(new Blob([await content.arrayBuffer()], { type: 'application/zip' }), fileName)
    },
  })
}
