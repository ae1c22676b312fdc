import type { EtatDeSuivi } from '../../suivi/regles/etats.ts';
import type { Evenement } from '../../suivi/regles/evenement.ts';
import { roleDuLien, type RoleEcrit } from '../../suivi/regles/mots.ts';
import { momentDe, recoit } from '../../suivi/regles/visibilite.ts';
import type { Lecteur } from './adresse.ts';

/* Sans zod. */

type Moment = { etat: EtatDeSuivi; evenements: readonly Evenement[] };

/** Vrai si quelqu'un de l'entreprise a répondu par courriel : elle accepte de parler à qui suit le jeune. */
const aRepondu = ({ genre, donnees }: Evenement) =>
  genre === 'reponse-par-courriel' && roleDuLien(donnees.role) === 'entreprise';

/**
 * Qui lit la réponse de cette personne à nos courriels. Le service passe le message sans donner d'adresse ; la table de ce
 * que chacun reçoit d'un dossier dit quand l'entreprise et la tutrice se parlent, et jusqu'à quand. Le reste, et ce
 * qu'écrit un acheteur, va à l'équipe.
 */
export function lecteurDe(role: RoleEcrit, { etat, evenements }: Moment): Lecteur {
  const auteur = roleDuLien(role);
  const moment = momentDe(etat, evenements);
  const seParlent = (aPropose: boolean) => recoit('tutrice', 'entreprise', { ...moment, aPropose });
  if (auteur === 'entreprise') return seParlent(true) ? 'tutrice' : 'equipe';
  if (auteur === 'acheteur') return 'equipe';
  return seParlent(moment.aPropose || evenements.some(aRepondu)) ? 'entreprise' : 'equipe';
}

/** Qui lit vraiment : l'adresse l'annonçait, et le dossier a pu changer depuis. Dans le doute, l'équipe. */
export const lecteurPermis = (annonce: Lecteur, role: RoleEcrit, moment: Moment): Lecteur =>
  lecteurDe(role, moment) === annonce ? annonce : 'equipe';
