import type { organisationKinds } from '../domain/lists/organisation-kinds.ts'
import type { sectors } from '../domain/lists/sectors.ts'
import type { towns } from './territory.ts'

export type StructureLine = readonly [
  name: string,
  kind: keyof typeof organisationKinds,
  town: keyof typeof towns,
  ...sectors: (keyof typeof sectors)[],
]

/** Forty structures that do not exist, by college. */
export const structureList: Readonly<Record<'training' | 'economy' | 'territory', readonly StructureLine[]>> = {
  training: [
    ['Lycée professionnel de la Fable', 'vocationalHighSchool', 'port', 'mechatronics', 'construction'],
    ['Lycée polyvalent du Songe', 'vocationalHighSchool', 'songe', 'digital', 'businessServices'],
    ['Lycée des métiers du Mirage', 'vocationalHighSchool', 'roc', 'tourism'],
    ['Lycée général et technologique d’Utopie', 'generalHighSchool', 'utopie', 'digital'],
    ['Lycée agricole de la Chimère', 'agriculturalHighSchool', 'chimere', 'food'],
    ['Lycée privé des Trois-Fables', 'privateHighSchool', 'mont', 'personalServices'],
    ['Collège des Deux-Songes', 'middleSchool', 'songe'],
    ['Collège du Vieux-Mirage', 'middleSchool', 'roc'],
    ['École des Trois-Fables', 'primarySchool', 'mont'],
    ['CFA du bâtiment de la Fable', 'cfa', 'port', 'construction', 'energy'],
    ['Greta des Deux-Fables', 'greta', 'port'],
    ['Université de la Fable, IUT du Mirage', 'higherEducation', 'roc', 'mechatronics', 'materials'],
    ['Laboratoire des matériaux de la Fable', 'laboratory', 'port', 'materials'],
    ['Plateforme technologique Chimère', 'platform', 'chimere', 'mechatronics'],
  ],
  economy: [
    ['Mécanique de la Fable', 'company', 'port', 'mechatronics'],
    ['Chaudronnerie Montfable', 'company', 'mont', 'mechatronics', 'materials'],
    ['Fonderie du Mirage', 'company', 'roc', 'materials'],
    ['Électricité Val-Chimère', 'craft', 'chimere', 'energy'],
    ['Menuiserie du Songe', 'craft', 'songe', 'construction'],
    ['Maçonnerie d’Utopie', 'craft', 'utopie', 'construction'],
    ['Solaire de la Chimère', 'company', 'chimere', 'energy'],
    ['Transports Roc-Mirage', 'company', 'roc', 'mobility', 'businessServices'],
    ['Logistique d’Utopie', 'company', 'utopie', 'businessServices'],
    ['Garage de la Vieille-Fable', 'craft', 'mont', 'mobility'],
    ['Hôtel du Grand-Mirage', 'company', 'bains', 'tourism'],
    ['Boulangerie des Trois-Fables', 'craft', 'mont', 'food'],
    ['Fromagerie de la Chimère', 'company', 'chimere', 'food'],
    ['Laboratoires du Songe', 'company', 'songe', 'chemistry'],
    ['Atelier numérique de la Fable', 'company', 'port', 'digital'],
    ['Studio du Mirage', 'craft', 'bains', 'creation'],
    ['Résidence des Songes', 'company', 'songe', 'personalServices'],
    ['Fédération des métiers de la Fable', 'tradeBody', 'port', 'mechatronics', 'materials'],
    ['Pôle Matériaux Chimère', 'cluster', 'chimere', 'materials'],
    ['OPCO des Fables', 'opco', 'port'],
    ['Chambre des métiers des Fables', 'chamber', 'port'],
  ],
  territory: [
    ['Communauté de communes des Rives de Fable et du Plateau du Mirage', 'localAuthority', 'utopie'],
    ['Région des Fables', 'region', 'port'],
    ['Rectorat de l’académie des Fables', 'academicService', 'port'],
    ['Agence pour l’emploi d’Utopie', 'employmentService', 'utopie'],
    ['Association Fable Industrie', 'association', 'mont', 'mechatronics'],
  ],
}
