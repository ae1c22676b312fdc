import type { Dossier } from '../../../../src/suivi/regles/dossier.ts';
import type { EvenementDe } from '../../../../src/suivi/regles/evenement.ts';
import { muets } from '../../../../src/relais/regles/droits.ts';
import { roleDuLien } from '../../../../src/suivi/regles/mots.ts';
import { phraseDEvenement } from '../../../../src/suivi/regles/phrases-evenements.ts';
import { recoit } from '../../../../src/suivi/regles/visibilite.ts';
import type { Suivi } from '../../../../src/suivi/regles/suivi.ts';
import { attenteDe } from './attente.ts';
import type { CourrielAEcrire } from './dire-le-changement.ts';
import { perdues, personnesDe, type Personne } from './personnes.ts';

/** Un courriel n'est pas arrivé, ou la personne dit que ce n'est plus elle : le dossier, avant et après qu'on le sache. */
type Perte = {
  dossier: Dossier;
  evenement: EvenementDe<'courriel-non-remis'> | EvenementDe<'contact-parti'>;
  avant: Suivi;
  apres: Suivi;
  equipe: string;
};

const NOMMEZ =
  'Appelez l’entreprise pour savoir qui s’en occupe, puis nommez cette personne : elle reçoit la demande aussitôt';

/** On ne sait pas si l'entreprise a répondu : qui doit attendre sa réponse pour connaître le marché attend encore. */
const sansReponse = ({ etat }: Suivi) => ({
  etat,
  aRepondu: false,
  aPropose: false,
  aUnRendezVous: false,
});

/** Ce que cette perte demande à cette personne ; null si elle ne la regarde pas. */
function demande(
  { evenement, avant, apres }: Perte,
  personne: Personne,
): { aussi: string; action?: 'nommer-contact' } | null {
  const { entreprises, acheteurs } = evenement.donnees;
  const nommer = { aussi: `${NOMMEZ}.`, action: 'nommer-contact' } as const;
  const role = roleDuLien(personne.role);
  const versLEquipe = acheteurs === 0 && role === 'equipe';
  if (roleDuLien(evenement.donnees.role) !== 'entreprise')
    return versLEquipe && apres.prochaine?.qui === 'equipe' && avant.prochaine?.qui !== 'equipe'
      ? nommer
      : null;
  if (role === 'acheteur' || versLEquipe) return nommer;
  if (role === 'entreprise')
    return entreprises === 1
      ? { aussi: 'Vous êtes la seule personne de l’entreprise que nous puissions joindre.' }
      : { aussi: '' };
  if (role === 'tutrice' && apres.etat === 'contact-a-nommer' && avant.etat !== apres.etat)
    return {
      aussi:
        acheteurs > 0
          ? 'Nous demandons un autre contact à l’acheteur du marché.'
          : 'L’équipe CSF cherche un autre contact.',
    };
  return null;
}

/**
 * À qui l'on écrit quand une personne ne peut plus être jointe : à l'autre contact de l'entreprise, sur qui l'on compte ; à l'acheteur,
 * qui en nomme un nouveau (l'équipe, sans acheteur) ; à la tutrice, quand plus personne de l'entreprise n'est joignable.
 * Jamais à une adresse où rien n'arrive, ni à qui vient de dire que ce n'est plus lui.
 */
export function courrielsPerdus(perte: Perte): CourrielAEcrire[] {
  const { dossier, evenement, apres, equipe } = perte;
  const sourdes = perdues(dossier, muets(apres));
  const parAdresse = new Map<string, CourrielAEcrire>();
  for (const personne of personnesDe(dossier, equipe)) {
    const { courriel, nom, lien, role } = personne;
    const adresse = courriel.toLowerCase();
    const quoi = sourdes.has(adresse) ? null : demande(perte, personne);
    if (quoi === null || parAdresse.has(adresse)) continue;
    const { aussi, action } = quoi;
    parAdresse.set(adresse, {
      gabarit: 'suivi-nouvelle',
      destinataire: courriel,
      donnees: {
        reference: dossier.reference,
        parcours: dossier.parcours,
        destinataireNom: nom,
        lien,
        // De quel marché il s'agit : l'acheteur et l'entreprise en ont plusieurs.
        marche: recoit(roleDuLien(role), 'marche', sansReponse(apres)) ? dossier.marche : null,
        nouvelle:
          evenement.genre === 'contact-parti'
            ? 'La personne contactée dit que ce n’est plus elle'
            : phraseDEvenement(evenement),
        ...(aussi === '' ? {} : { aussi }),
        ...(action === undefined ? {} : { action }),
        precision: null,
        attente: attenteDe(apres, roleDuLien(role)),
      },
    });
  }
  return [...parAdresse.values()];
}
