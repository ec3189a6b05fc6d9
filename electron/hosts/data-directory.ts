import { join } from 'node:path'

/** Where this system keeps a program's data when `--data` does not say: one folder per user. */
export function defaultDataDirectory(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
  home: string,
): string {
  if (platform === 'win32') return join(environment['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Qabyl')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Qabyl')
  const base = environment['XDG_DATA_HOME']
  return join(base === undefined || base === '' ? join(home, '.local', 'share') : base, 'qabyl')
}
