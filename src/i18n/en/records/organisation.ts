import type { organisation as french } from '../../../domain/records/organisation.ts'
import type { RecordWords } from '../../record-words.ts'
import { organisationKinds } from '../lists/organisation-kinds.ts'
import { sectors } from '../lists/sectors.ts'

export const organisation: RecordWords<typeof french> = {
  label: 'Organisation',
  plural: 'Organisations',
  fields: {
    name: 'Name',
    usualName: 'Trading name',
    aliases: 'Other names',
    kind: { label: 'Kind', options: organisationKinds },
    college: {
      label: 'Stakeholder group',
      options: {
        training: 'Training and research',
        economy: 'Business',
        territory: 'Territories and institutions',
      },
    },
    sectors: { label: 'Sectors', options: sectors },
    localSectors: 'Local sectors',
    phone: 'Phone',
    email: 'E-mail',
    website: 'Website',
    addressLine1: 'Address',
    addressLine2: 'Address, second line',
    postcode: 'Postcode',
    town: 'Town',
    communeCode: 'INSEE code of the town',
    basin: 'Employment area',
    department: 'Department',
    country: { label: 'Country', hint: 'France if empty' },
    latitude: 'Latitude',
    longitude: 'Longitude',
    siret: { label: 'SIRET', hint: 'Site number, 14 digits' },
    siren: { label: 'SIREN', hint: 'Company number, 9 digits' },
    uai: { label: 'UAI', hint: 'School number, 7 digits and a letter' },
    naf: 'NAF code (activity)',
    nafVersion: { label: 'NAF version', options: { rev2: 'NAF rev. 2', naf2025: 'NAF 2025' } },
    headcount: {
      label: 'Workforce',
      options: {
        none: 'No employee',
        upTo9: '1 to 9',
        upTo49: '10 to 49',
        upTo249: '50 to 249',
        upTo4999: '250 to 4,999',
        more: '5,000 and more',
      },
    },
    relation: {
      label: 'Relationship',
      options: {
        toQualify: 'To be qualified',
        prospect: 'Prospect',
        active: 'Active contact',
        partner: 'Partner',
        agreementPartner: 'Partner under agreement',
        sponsor: 'Sponsor',
        dormant: 'Dormant',
        lost: 'Lost',
        doNotContact: 'Do not contact again',
      },
    },
    partnerSince: 'Partner since',
    commitment: {
      label: 'Level of commitment',
      options: {
        networkMember: 'Network member',
        agreementPartner: 'Partner under agreement',
        sponsor: 'Sponsor',
      },
    },
    placementCapacity: { label: 'Work placement (PFMP) capacity', hint: 'Places by qualification and period' },
    sharedEquipment: 'Equipment that can be shared',
    internalReferent: 'Our contact person',
    nationalFramework: 'National framework agreement',
    taxe: {
      label: 'Apprenticeship levy',
      options: { toAsk: 'To be asked', promised: 'Promised', paid: 'Paid' },
    },
    doNotContact: 'Do not contact',
    checkedOn: 'Checked on',
    tags: 'Tags',
    notes: { label: 'Notes', hint: 'Facts only' },
  },
}
