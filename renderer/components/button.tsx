import type { ComponentProps, ReactNode } from 'react'
import styles from './button.module.css'
import { Icon, type IconName } from './icon.tsx'
import { join } from './join.ts'
import { Kbd } from './kbd.tsx'

export type ButtonLook =
  /** The one solid button of a screen, or of the selected card. */
  | 'main'
  /** Urgent, but not the one. */
  | 'soft'
  /** Can wait. */
  | 'bare'
  | 'default'

interface ButtonFace {
  readonly look?: ButtonLook | undefined
  readonly isSmall?: boolean | undefined
  readonly icon?: IconName | undefined
  /** Key cap shown on it; the key itself is the command's. */
  readonly shortcut?: string | undefined
  readonly isWide?: boolean | undefined
  readonly children: ReactNode
}

type ButtonProps = ButtonFace & Omit<ComponentProps<'button'>, keyof ButtonFace>

export function Button({ look, isSmall, icon, shortcut, isWide, children, className, ...button }: ButtonProps) {
  return (
    <button type="button" data-look={look} {...button} className={join(buttonClass({ look, isSmall, isWide }), className)}>
      <ButtonInside icon={icon} shortcut={shortcut}>
        {children}
      </ButtonInside>
    </button>
  )
}

type ButtonLinkProps = ButtonFace & Omit<ComponentProps<'a'>, keyof ButtonFace>

/** Looks like a button and goes to a place: a link. */
export function ButtonLink({ look, isSmall, icon, shortcut, isWide, children, className, ...link }: ButtonLinkProps) {
  return (
    <a {...link} className={join(buttonClass({ look, isSmall, isWide }), className)}>
      <ButtonInside icon={icon} shortcut={shortcut}>
        {children}
      </ButtonInside>
    </a>
  )
}

function ButtonInside({ icon, shortcut, children }: Pick<ButtonFace, 'icon' | 'shortcut' | 'children'>) {
  return (
    <>
      {icon !== undefined && <Icon name={icon} />}
      {children}
      {shortcut !== undefined && <Kbd onButton>{shortcut}</Kbd>}
    </>
  )
}

function buttonClass({ look = 'default', isSmall = false, isWide = false }: Pick<ButtonFace, 'look' | 'isSmall' | 'isWide'>) {
  return join(styles.button, styles[look], isSmall && styles.small, isWide && styles.wide)
}
