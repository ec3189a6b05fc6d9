/** What a person may do at the desk. Roles grow with staff accounts; until then there is one manager. */
export const PERMISSIONS = [
  'property.set_up',
  'register.read',
  'register.write',
  'notice.send',
  'notice.file_by_hand',
  'notice.set_aside',
  'report.read',
  'report.close',
  'desk.administer',
] as const
export type Permission = (typeof PERMISSIONS)[number]

export const ROLES = ['receptionist', 'key_holder', 'manager', 'inspector'] as const
export type Role = (typeof ROLES)[number]

/** Who does it: written into every audit entry. */
export interface Actor {
  readonly staffId: string
  /** As shown to colleagues ("Айгерим С."); never a guest's name. */
  readonly name: string
  readonly role: Role
}

const GRANTS: Readonly<Record<Role, readonly Permission[]>> = {
  receptionist: ['register.read', 'register.write', 'notice.send', 'notice.file_by_hand'],
  key_holder: [
    'register.read',
    'register.write',
    'notice.send',
    'notice.file_by_hand',
    'notice.set_aside',
    'report.read',
    'report.close',
  ],
  manager: PERMISSIONS,
  inspector: ['register.read', 'report.read'],
}

export function roleHas(role: Role, permission: Permission): boolean {
  return GRANTS[role].includes(permission)
}
