import { Component, type ReactNode } from 'react'
import { Button } from '../components/button.tsx'
import { useWords } from '../i18n/use-words.ts'
import { CoverMessage } from './cover-message.tsx'

interface MistakeBoundaryProps {
  readonly children: ReactNode
}

/** A mistake in drawing a screen would leave the window empty, without a word. */
export class MistakeBoundary extends Component<MistakeBoundaryProps, { readonly hasFailed: boolean }> {
  override readonly state = { hasFailed: false }

  static getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true }
  }

  override render(): ReactNode {
    return this.state.hasFailed ? <Mistake /> : this.props.children
  }
}

function Mistake() {
  const { say } = useWords()
  return (
    <CoverMessage title={say('errors.UNEXPECTED.what')}>
      <p>{say('errors.UNEXPECTED.deadline')}</p>
      <p className="strong">{say('errors.UNEXPECTED.todo')}</p>
      <p>
        <Button look="main" onClick={() => location.reload()}>
          {say('shell.openAnew')}
        </Button>
      </p>
    </CoverMessage>
  )
}
