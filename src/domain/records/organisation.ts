import {
  choice,
  choices,
  date,
  email,
  identifier,
  longText,
  number,
  optional,
  phone,
  tags,
  text,
  website,
  yesNo,
} from '../field.ts'
import { organisationKinds } from '../lists/organisation-kinds.ts'
import { sectors } from '../lists/sectors.ts'
import { defineRecord, type RowOf } from '../record.ts'

/** A structure: company, school, service, association. Its name is the only thing asked for. */
export const organisation = defineRecord({
  table: 'organisations',
  label: 'Structure',
  plural: 'Structures',
  inContacts: true,
  summary: ['name', 'kind', 'town'],
  fields: {
    name: text({ label: 'Nom', sorts: true }),
    usualName: optional(text({ label: 'Nom d’usage, enseigne' })),
    aliases: optional(tags({ label: 'Autres noms', group: 'more' })),
    kind: optional(choice({ label: 'Type', options: organisationKinds })),
    college: optional(
      choice({
        label: 'Collège',
        options: {
          training: 'Formation et recherche',
          economy: 'Monde économique',
          territory: 'Territoires et institutions',
        },
      }),
    ),
    sectors: optional(choices({ label: 'Filières', options: sectors })),
    localSectors: optional(tags({ label: 'Filières locales' })),
    phone: optional(phone({ label: 'Téléphone', group: 'reach' })),
    email: optional(email({ label: 'E-mail', group: 'reach' })),
    website: optional(website({ label: 'Site', group: 'reach' })),
    addressLine1: optional(text({ label: 'Adresse', group: 'place' })),
    addressLine2: optional(text({ label: 'Complément d’adresse', group: 'place' })),
    postcode: optional(identifier({ label: 'Code postal', rule: 'postcode', group: 'place' })),
    town: optional(text({ label: 'Commune', group: 'place' })),
    communeCode: optional(identifier({ label: 'Code INSEE de la commune', rule: 'communeCode', group: 'place' })),
    basin: optional(text({ label: 'Bassin', group: 'place' })),
    department: optional(text({ label: 'Département', group: 'place' })),
    country: optional(text({ label: 'Pays', hint: 'France si vide', group: 'place' })),
    latitude: optional(number({ label: 'Latitude', group: 'place', quiet: true })),
    longitude: optional(number({ label: 'Longitude', group: 'place', quiet: true })),
    siret: optional(identifier({ label: 'SIRET', hint: '14 chiffres', rule: 'siret', group: 'identity' })),
    siren: optional(identifier({ label: 'SIREN', hint: '9 chiffres', rule: 'siren', group: 'identity' })),
    uai: optional(identifier({ label: 'UAI', hint: '7 chiffres et une lettre', rule: 'uai', group: 'identity' })),
    naf: optional(identifier({ label: 'Code NAF', rule: 'naf', group: 'identity' })),
    nafVersion: optional(
      choice({
        label: 'Nomenclature NAF',
        options: { rev2: 'NAF rév. 2', naf2025: 'NAF 2025' },
        group: 'identity',
      }),
    ),
    headcount: optional(
      choice({
        label: 'Effectif',
        options: {
          none: 'Aucun salarié',
          upTo9: '1 à 9',
          upTo49: '10 à 49',
          upTo249: '50 à 249',
          upTo4999: '250 à 4\u202f999',
          more: '5\u202f000 et plus',
        },
        group: 'identity',
      }),
    ),
    relation: optional(
      choice({
        label: 'Relation',
        options: {
          toQualify: 'À qualifier',
          prospect: 'Prospect',
          active: 'Contact actif',
          partner: 'Partenaire',
          agreementPartner: 'Partenaire conventionné',
          sponsor: 'Parrain',
          dormant: 'En sommeil',
          lost: 'Perdu',
          doNotContact: 'À ne plus contacter',
        },
        group: 'relation',
      }),
    ),
    partnerSince: optional(date({ label: 'Partenaire depuis', group: 'relation' })),
    commitment: optional(
      choice({
        label: 'Niveau d’engagement',
        options: {
          networkMember: 'Membre du réseau',
          agreementPartner: 'Partenaire conventionné',
          sponsor: 'Parrain',
        },
        group: 'relation',
      }),
    ),
    objectives: optional(longText({ label: 'Objectifs du partenariat', group: 'relation' })),
    networkMember: optional(yesNo({ label: 'Membre du réseau', group: 'relation' })),
    commitments: optional(longText({ label: 'Engagements réciproques', group: 'relation' })),
    placementCapacity: optional(
      longText({ label: 'Capacité d’accueil en PFMP', hint: 'Places par diplôme et par période', group: 'relation' }),
    ),
    sharedEquipment: optional(longText({ label: 'Équipements mutualisables', group: 'relation' })),
    internalReferent: optional(text({ label: 'Référent interne', group: 'relation' })),
    nationalFramework: optional(text({ label: 'Accord-cadre national', group: 'relation' })),
    taxe: optional(
      choice({
        label: 'Taxe d’apprentissage',
        options: { toAsk: 'À solliciter', promised: 'Promise', paid: 'Versée' },
        group: 'relation',
      }),
    ),
    doNotContact: optional(yesNo({ label: 'Ne plus contacter', group: 'privacy' })),
    checkedOn: optional(date({ label: 'Vérifié le', group: 'more' })),
    tags: optional(tags({ label: 'Étiquettes', group: 'more' })),
    notes: optional(longText({ label: 'Notes', hint: 'Des faits seulement', group: 'more' })),
  },
})
export type Organisation = RowOf<typeof organisation>
