import { estPartie } from './droits.ts';
import type { EvenementDe } from '../../suivi/regles/evenement.ts';
import type { RoleDeLien } from '../../suivi/regles/mots.ts';
import type { SuiviRecu } from '../../suivi/regles/recu.ts';
import type { Suivi } from '../../suivi/regles/suivi.ts';

/* Sans zod. Une phrase par événement, comme dans phrases-evenements.ts ; et ce que le dossier en dit ensuite. */

type DesRelais = 'contact-parti' | 'contact-revenu';

/** Lequel des deux contacts : l'acheteur et l'équipe ont à le savoir pour le remplacer. */
const LEQUEL = { 'entreprise-1': 'contact du marché', 'entreprise-2': 'tuteur entreprise' };

/** À qui l'on demande la bonne personne : on ne dit prévenu que qui l'est. */
function solliciter({ entreprises, acheteurs }: EvenementDe<'contact-parti'>['donnees']): string {
  const arbitre = acheteurs > 0 ? 'l’acheteur' : 'l’équipe CSF';
  if (entreprises === 0) return `${arbitre} est ${acheteurs > 0 ? 'sollicité' : 'sollicitée'}`;
  return `${arbitre} et le second contact sont sollicités`;
}

export const PHRASES_DU_RELAIS: {
  [G in DesRelais]: (evenement: EvenementDe<G>) => string;
} = {
  'contact-parti': ({ donnees }) =>
    `La personne contactée (${LEQUEL[donnees.role]}) dit que ce n’est plus elle ; ${solliciter(donnees)}`,
  'contact-revenu': ({ donnees: { role } }) =>
    `La personne contactée (${LEQUEL[role]}) dit que c’est finalement elle`,
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

/** Ce que le service dit en propre à qui tient ce lien, quand quelqu'un est parti. */
export function ditDuRelais(suivi: Suivi, lien: RoleDeLien): Pick<SuiviRecu, 'dit'> {
  if (estPartie(suivi, lien)) return { dit: APRES_UN_DEPART };
  const aussi = suivi.etat === 'contact-a-nommer' ? undefined : phraseDesPartis(suivi);
  return aussi === undefined ? {} : { dit: { aussi } };
}
