import { useQuery } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import type { Status } from '#shared/contract/schemas.ts'
import { useDesk } from './desk-context.tsx'

/** A folder that does not open is tried again by the desk when somebody asks, and no event tells when it would. */
const FOLDER_RETRY_MS = 3_000

/** The desk's own state, kept fresh by its events. */
export function useStatusQuery() {
  const { api } = useDesk()
  return useQuery({
    ...api.desk.status.queryOptions(),
    refetchInterval: ({ state }) => (state.data?.folderTrouble === undefined ? false : FOLDER_RETRY_MS),
  })
}

export const StatusContext = createContext<Status | null>(null)

/** The desk's state inside the shell, where it is known. */
export function useStatus(): Status {
  const status = useContext(StatusContext)
  if (status === null) throw new Error('useStatus outside the shell')
  return status
}

/** The property's zone; deadlines end in it. */
export function useZone(): string {
  return useStatus().property?.zone ?? 'Asia/Almaty'
}
