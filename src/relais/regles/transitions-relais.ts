import { redemander, type Transition } from '../../suivi/regles/attentes.ts';
import { ACTIFS, type Courant } from '../../suivi/regles/etats.ts';
import type { EvenementDe } from '../../suivi/regles/evenement.ts';

/* Ce que change une personne de l'entreprise qui dit que ce n'est plus elle, ou que c'est finalement elle. */

type RoleDEntreprise = Courant['partis'][number];

const sans = (roles: readonly RoleDEntreprise[], role: RoleDEntreprise) =>
  roles.filter((autre) => autre !== role);

/**
 * Elle ne sait pas qui prend le relais : on cherche comme après un courriel qui n'arrive à personne. Tant que l'autre contact
 * est là, rien n'est arrêté ; sinon une réponse attendue devient un contact à nommer (sansPersonneAJoindre). Une réponse par
 * courriel que personne n'a encore lue disait sans doute la même chose : on revient à ce que l'on attendait.
 */
export const CONTACT_PARTI: Transition<'contact-parti'> = {
  de: ACTIFS,
  vers: (courant, e) => {
    const { role, entreprises, acheteurs } = e.donnees;
    if (courant.partis.includes(role)) return null;
    const reponseVaine = entreprises === 0 && courant.etat === 'reponse-recue';
    return {
      ...(reponseVaine ? { ...courant.avantReponse, avantReponse: null } : {}),
      partis: [...courant.partis, role],
      ouverts: courant.ouverts.filter((ouvert) => ouvert !== role),
      injoignable: entreprises === 0,
      arbitre: acheteurs > 0 ? 'acheteur' : 'equipe',
    };
  },
};

/** Nommé par le contact d'avant, le nouveau n'a pas encore ouvert son lien ; nommé par un autre, il n'y a plus personne à qui revenir. */
export function ceder(
  { cedes }: Courant,
  { auteur, donnees: { role } }: EvenementDe<'contact-change'>,
): Pick<Courant, 'cedes'> {
  const autres = cedes.filter((cede) => cede !== role);
  const deSoi = auteur === 'entreprise' && (role === 'entreprise-1' || role === 'entreprise-2');
  return { cedes: deSoi ? [...autres, role] : autres };
}

/**
 * C'est de nouveau elle : l'attente reprend où elle en était. S'être trompé ne rend pas un délai, sauf quand personne n'était
 * joignable avant même qu'elle ne parte.
 */
export const CONTACT_REVENU: Transition<'contact-revenu'> = {
  de: ACTIFS,
  vers: (courant, e, { delais }) => {
    const { role } = e.donnees;
    const { partis, cedes, ouverts, nonRemis, remis, avantDepart } = courant;
    const reprise =
      courant.etat === 'contact-a-nommer'
        ? (avantDepart ?? redemander(courant, e, delais.reponse))
        : {};
    return {
      ...reprise,
      avantDepart: null,
      partis: sans(partis, role),
      cedes: sans(cedes, role),
      remis: remis.filter((arrive) => arrive !== role),
      // Elle a agi avec son lien, maintenant ou quand elle a nommé quelqu'un.
      ouverts: [...ouverts.filter((ouvert) => ouvert !== role), role],
      nonRemis: nonRemis.filter((perdu) => perdu !== role),
      injoignable: false,
    };
  },
};
