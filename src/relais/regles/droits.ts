import { actionsPermises, type ActionId } from '../../suivi/regles/actions.ts';
import { roleDuLien, type RoleDeLien, type RoleEcrit } from '../../suivi/regles/mots.ts';
import type { Suivi } from '../../suivi/regles/suivi.ts';

/* Sans zod. Deux contacts d'une même entreprise n'ont pas les mêmes gestes : l'un des deux a pu dire que ce n'est plus lui. */

/** Ce qui reste à qui a dit « ce n'est plus moi » : se reprendre, ou nommer quelqu'un s'il le sait enfin. */
const APRES_UN_DEPART: readonly ActionId[] = ['redevenir-contact', 'changer-contact'];

/** Vrai si la personne de ce lien a dit que ce n'est plus elle. */
export const estPartie = ({ partis }: Pick<Suivi, 'partis'>, lien: RoleDeLien): boolean =>
  partis.some((parti) => parti === lien);

const estCede = ({ cedes }: Pick<Suivi, 'cedes'>, lien: RoleDeLien): boolean =>
  cedes.some((cede) => cede === lien);

/**
 * Ce que la personne de ce lien peut faire maintenant, dans l'ordre où la page le propose.
 * @param cede vrai pour le lien de qui a passé la main : il ne sert qu'à lire, et à la reprendre
 */
export function actionsDuLien(
  suivi: Suivi,
  lien: RoleDeLien,
  instant: Date,
  cede = false,
): ActionId[] {
  const permises = actionsPermises(suivi, roleDuLien(lien), instant);
  if (cede)
    return estCede(suivi, lien) ? permises.filter((action) => action === 'redevenir-contact') : [];
  if (estPartie(suivi, lien)) return permises.filter((action) => APRES_UN_DEPART.includes(action));
  const aOuvrir = !suivi.ouvert || estCede(suivi, lien);
  return permises.filter(
    (action) => action !== 'redevenir-contact' && (action !== 'ouvrir' || aOuvrir),
  );
}

/** À qui le service n'écrit plus : rien n'y arrive, ou ce n'est plus la bonne personne. */
export const muets = ({ nonRemis, partis }: Pick<Suivi, 'nonRemis' | 'partis'>): RoleEcrit[] => [
  ...nonRemis,
  ...partis,
];
