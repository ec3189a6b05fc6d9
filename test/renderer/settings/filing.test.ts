import { describe, expect, it } from 'vitest'
import { conventionIn, draftOf, previewOf } from '#renderer/screens/settings/filing/convention-draft.ts'
import { chosenPortals, toggled, withAddress, withFirst } from '#renderer/screens/settings/filing/portal-order.ts'
import type { PortalSettings } from '#renderer/screens/settings/filing/use-filing-settings.ts'
import { SECTIONS, sectionAt, sectionHref } from '#renderer/screens/settings/sections.ts'

const CONVENTION: PortalSettings['convention'] = {
  nameScript: 'latin',
  nameCase: 'upper',
  singleName: 'dash',
  dateFormat: 'dd.mm.yyyy',
  roomPlace: 'none',
  roomForm: 'numero',
  address: null,
  hostNumber: null,
  purposes: {},
}

function portal(id: string, isUsed: boolean, ownUrl: string | null = null): PortalSettings {
  return {
    id,
    name: id,
    url: `https://${id}.example`,
    ownUrl,
    isUsed,
    order: 'unconfirmed',
    source: '',
    arrivalNotEarlierThanDaysAgo: null,
    proof: { referencePattern: null, receiptAfterMinutes: null },
    fieldKeys: [],
    convention: CONVENTION,
    isOwnConvention: false,
  }
}

describe('the portals in use', () => {
  const choice = chosenPortals([portal('eqonaq', true), portal('vmp', true, 'https://own.example'), portal('new', false)])

  it('keep their order and addresses, and leave out what is not used', () => {
    expect(choice).toEqual([
      { id: 'eqonaq', url: null },
      { id: 'vmp', url: 'https://own.example' },
    ])
  })

  it('change one thing at a time', () => {
    expect(withFirst(choice, 'vmp').map(({ id }) => id)).toEqual(['vmp', 'eqonaq'])
    expect(toggled(choice, 'new').map(({ id }) => id)).toEqual(['eqonaq', 'vmp', 'new'])
    expect(toggled(choice, 'eqonaq')).toEqual([{ id: 'vmp', url: 'https://own.example' }])
    expect(withAddress(choice, 'eqonaq', 'https://x.example')[0]).toEqual({ id: 'eqonaq', url: 'https://x.example' })
  })

  it('are never none: a notice has to go somewhere', () => {
    const only = [{ id: 'vmp', url: null }]
    expect(toggled(only, 'vmp')).toBe(only)
  })
})

describe('a convention while it is edited', () => {
  it('comes back as it was, blanks being the usual', () => {
    const own = { ...CONVENTION, address: 'Алматы', hostNumber: '180340020169', purposes: { tourism: '04' } }
    expect([conventionIn(draftOf(own)), conventionIn(draftOf(CONVENTION))]).toEqual([own, CONVENTION])
    const blank = { ...draftOf(own), address: '  ', purposes: { ...draftOf(own).purposes, tourism: ' ' } }
    expect(conventionIn(blank)).toMatchObject({ address: null, purposes: {} })
  })

  it('is previewed without a number half typed', () => {
    const typing = { ...draftOf(CONVENTION), hostNumber: '18034' }
    expect([previewOf(typing).hostNumber, conventionIn(typing).hostNumber]).toEqual([null, '18034'])
  })
})

it('an address that names no section opens the first', () => {
  expect([sectionAt(undefined), sectionAt('nonsense'), sectionAt('filing')].map(({ path }) => path)).toEqual([
    SECTIONS[0].path,
    SECTIONS[0].path,
    'filing',
  ])
  expect(sectionHref('filing')).toBe('#/settings/filing')
})
