import { useState } from 'react'
import { Choice } from './choice.tsx'
import { FirstStartFrame } from './first-start-frame.tsx'
import { usePropertyDraft } from './property-draft.ts'
import { PropertyForm } from './property-form.tsx'

/** A new folder: training, or the property itself. A half-filled form opens where it was left. */
export function FirstStart() {
  const wasBegun = usePropertyDraft((draft) => draft.isBegun)
  const [step, setStep] = useState<'choice' | 'form'>(wasBegun ? 'form' : 'choice')
  return (
    <FirstStartFrame>
      {step === 'choice' ? <Choice onSetUp={() => setStep('form')} /> : <PropertyForm onBack={() => setStep('choice')} />}
    </FirstStartFrame>
  )
}
