import { estPartie } from './droits.ts';
import type { EvenementDe, EvenementRecu } from '../../suivi/regles/evenement.ts';
import type { Contact, RelaisPasse } from '../../suivi/regles/dossier.ts';
import type { RoleDeContact, RoleDeLien } from '../../suivi/regles/mots.ts';
import type { DitEnPropre } from '../../suivi/regles/recu.ts';
import type { Suivi } from '../../suivi/regles/suivi.ts';

/* Sans zod. Une phrase par événement, comme dans phrases-evenements.ts ; et ce que le dossier en dit ensuite. */

type DesRelais = 'contact-parti' | 'contact-revenu';

/** Lequel des deux contacts : l'acheteur et l'équipe ont à le savoir pour le remplacer. */
const LEQUEL = {
  'entreprise-1': 'contact du marché',
  'entreprise-2': 'tuteur entreprise',
  acheteur: 'acheteur',
  prescripteur: 'prescripteur du marché',
} as const satisfies Record<RoleDeContact, string>;

const REVENUS: Record<
  EvenementDe<'contact-revenu'>['donnees']['apres'],
  (lequel: string) => string
> = {
  depart: (lequel) => `La personne contactée (${lequel}) dit que c’est finalement elle`,
  relais: (lequel) => `La personne qui avait passé la main (${lequel}) la reprend`,
  rebond: (lequel) =>
    `Le courriel n’est pas arrivé à la personne nommée (${lequel}) : la main revient à la précédente`,
};

/** Qui passe la main, et à quel titre : « Camille Exemple (contact du marché) vous passe la main ». */
export const quiPasseLaMain = ({ nom, role }: Pick<Contact, 'nom' | 'role'>): string =>
  `${nom ?? 'Votre collègue'} (${LEQUEL[role]}) vous passe la main`;

/** À qui l'on demande la bonne personne : on ne dit prévenu que qui l'est. */
function solliciter({
  role,
  entreprises,
  acheteurs,
}: EvenementDe<'contact-parti'>['donnees']): string {
  const arbitre = acheteurs > 0 ? 'l’acheteur' : 'l’équipe CSF';
  if (entreprises === 0) return `${arbitre} est ${acheteurs > 0 ? 'sollicité' : 'sollicitée'}`;
  return `${arbitre} et ${role === 'entreprise-1' ? 'le second' : 'l’autre'} contact sont sollicités`;
}

export const PHRASES_DU_RELAIS: {
  [G in DesRelais]: (evenement: EvenementDe<G>) => string;
} = {
  'contact-parti': ({ donnees }) =>
    `La personne contactée (${LEQUEL[donnees.role]}) dit que ce n’est plus elle ; ${solliciter(donnees)}`,
  'contact-revenu': ({ donnees: { role, apres } }) => REVENUS[apres](LEQUEL[role]),
};

/** Ce que le titre d'un dossier ne dit pas tant que l'autre contact doit répondre ; undefined si personne n'est parti. */
export function phraseDesPartis({ partis }: Pick<Suivi, 'partis'>): string | undefined {
  if (partis.length === 0) return undefined;
  const qui = partis.map((role) => LEQUEL[role]).join(', ');
  return `La personne contactée (${qui}) dit que ce n’est plus elle : un autre contact est demandé.`;
}

/** Ce que lit la personne qui l'a dit, en tête de son dossier. */
const APRES_UN_DEPART = {
  titre: 'Vous avez dit que ce n’est plus vous : vous n’avez rien à faire',
  aussi: 'C’était une erreur, ou vous savez maintenant qui prend le relais ? Dites-le ici.',
};

/** Ce que lit la personne qui a passé la main, tant que son lien marche. */
const APRES_UN_RELAIS = {
  titre: 'Vous avez passé la main : vous n’avez rien à faire',
  aussi:
    'La personne que vous avez nommée n’a pas encore ouvert son lien. Le vôtre marche jusque-là : vous pouvez reprendre la main.',
};

/** Qui lit le dossier, et ce que le service sait de sa place. */
export type Lecteur = {
  role: RoleDeLien;
  cede: boolean;
  dossier: { relais: readonly Pick<RelaisPasse, 'role' | 'nom'>[] };
  evenements: readonly EvenementRecu[];
};

/** Qui lui a passé la main, et pourquoi, jusqu'à son premier geste ; undefined si ce n'est personne. */
function relaisRecu({ role, dossier, evenements }: Lecteur): string | undefined {
  const avant = dossier.relais.find((passe) => passe.role === role);
  const rang = evenements.findLastIndex(
    ({ genre, donnees }) => genre === 'contact-change' && donnees.role === role,
  );
  const agi = ({ auteur, genre }: EvenementRecu) => auteur === 'entreprise' && genre !== 'ouvert';
  if (avant === undefined || rang < 0 || evenements.slice(rang + 1).some(agi)) return undefined;
  const precision = evenements[rang]?.precision;
  return `${quiPasseLaMain(avant)}.${precision ? ` « ${precision} »` : ''}`;
}

/** Ce que le service dit en propre à qui tient ce lien, quand quelqu'un est parti ou a passé la main. */
export function ditDuRelais(suivi: Suivi, lecteur: Lecteur): DitEnPropre {
  const { role, cede } = lecteur;
  if (cede) return APRES_UN_RELAIS;
  if (estPartie(suivi, role)) return APRES_UN_DEPART;
  const recu = relaisRecu(lecteur);
  if (recu !== undefined) return { aussi: recu };
  const aussi = suivi.etat === 'contact-a-nommer' ? undefined : phraseDesPartis(suivi);
  return aussi === undefined ? {} : { aussi };
}
