import { z } from 'zod';
import { actionsPermises } from '../../../../src/suivi/regles/actions.ts';
import { dossierSuiviSchema, type DossierSuivi } from '../../../../src/suivi/regles/dossier.ts';
import type { EvenementDe } from '../../../../src/suivi/regles/evenement.ts';
import { ROLES_ECRITS, roleDuLien, type RoleEcrit } from '../../../../src/suivi/regles/mots.ts';
import { muets } from '../../../../src/relais/regles/droits.ts';
import { suivre, type Suivi } from '../../../../src/suivi/regles/suivi.ts';
import type { Deps } from '../deps.ts';
import { aMaintenant } from '../liens.ts';
import { courrielsPerdus } from './courriels-perdus.ts';
import { joignables, rolesDeLaPersonne } from './personnes.ts';
import { laMainRevient } from './relais.ts';
import { CALENDRIER, DELAIS } from './regles.ts';

/** Ce que le fournisseur dit d'un courriel. */
export type Sort = 'remis' | 'retarde' | 'non-remis' | 'plainte';

/** Ce qui s'écrit d'un dossier : ses événements, les courriels qu'ils causent, et les rôles qui reviennent à qui les avait cédés. */
type Ecriture = {
  demande: string;
  vu: number;
  evenements: object[];
  courriels: object[];
  rendre: string[];
};

const touche = z.object({ roles: z.array(z.enum(ROLES_ECRITS)), dossier: dossierSuiviSchema });

const lueSchema = z.discriminatedUnion('statut', [
  z.object({ statut: z.literal('inconnu') }),
  z.object({
    statut: z.literal('connu'),
    id: z.uuid(),
    /** Vrai si le fournisseur a déjà dit que ce courriel ne servait à rien. */
    perdu: z.boolean(),
    dossiers: z.array(touche),
  }),
]);

type RemiseDite =
  EvenementDe<'courriel-remis'> | EvenementDe<'courriel-non-remis'> | EvenementDe<'contact-revenu'>;

/** Qui avait passé la main à ce contact de l'entreprise, tant qu'il n'a pas ouvert son lien. */
const revientA = (dossier: DossierSuivi, role: RoleEcrit) =>
  dossier.relais.find((passe) => passe.role === role && !passe.ouvert);

/**
 * L'événement que ce sort écrit pour ce rôle ; null si le journal le sait. Une arrivée ne se note que lorsqu'elle apprend
 * quelque chose : la première d'un contact de l'entreprise, ou la première après un courriel perdu.
 */
function evenementDe(
  role: RoleEcrit,
  sort: Sort,
  suivi: Suivi,
  dossier: DossierSuivi,
  le: string,
): RemiseDite | null {
  const entete = { id: (dossier.evenements.at(-1)?.id ?? 0) + 1, auteur: 'systeme', le } as const;
  const { remis, nonRemis } = suivi;
  const connu = nonRemis.includes(role);
  if (sort === 'retarde') return null;
  if (sort === 'remis') {
    const premier = roleDuLien(role) === 'entreprise' && !remis.includes(role);
    return connu || premier ? { ...entete, genre: 'courriel-remis', donnees: { role } } : null;
  }
  // Nommé par le contact d'avant, et injoignable : ce n'est pas à l'acheteur d'en chercher un autre.
  const avantLui = revientA(dossier, role);
  if (avantLui)
    return {
      ...entete,
      genre: 'contact-revenu',
      donnees: { role: avantLui.role, apres: 'rebond' },
    };
  if (connu) return null;
  const reste = joignables(dossier, [...muets(suivi), role]);
  return {
    ...entete,
    genre: 'courriel-non-remis',
    donnees: { role, raison: sort === 'plainte' ? 'plainte' : 'rebond', ...reste },
  };
}

/** Ce que le sort d'un courriel écrit dans un dossier qu'il portait. */
function ecritureDe({ roles, dossier }: z.infer<typeof touche>, sort: Sort, deps: Deps): Ecriture {
  const instant = deps.maintenant();
  const ecriture: Ecriture = {
    demande: dossier.id,
    vu: dossier.vu,
    evenements: [],
    courriels: [],
    rendre: [],
  };
  const courant: DossierSuivi = { ...dossier };
  // Un courriel ne va qu'une fois à qui tient les deux rôles de l'entreprise : son sort vaut pour les deux.
  for (const role of new Set(roles.flatMap((un) => rolesDeLaPersonne(dossier, un)))) {
    const avant = suivre(courant.evenements, instant, DELAIS, CALENDRIER);
    const evenement = evenementDe(role, sort, avant, courant, instant.toISOString());
    if (evenement === null) continue;
    courant.evenements = [...courant.evenements, evenement];
    ecriture.evenements.push({ genre: evenement.genre, donnees: evenement.donnees });
    if (evenement.genre === 'courriel-remis') continue;
    const apres = suivre(courant.evenements, instant, DELAIS, CALENDRIER);
    // Dit une fois par personne, quel que soit le nombre de rôles qu'elle tient.
    const dit = roles.includes(role);
    if (evenement.genre === 'contact-revenu') {
      const avantLui = dit && revientA(dossier, role);
      if (avantLui) ecriture.courriels.push(laMainRevient(dossier, avantLui, evenement, apres));
      ecriture.rendre.push(role);
      continue;
    }
    const remplacable = actionsPermises(apres, 'acheteur', instant).includes('nommer-contact');
    if (remplacable && dit)
      ecriture.courriels.push(
        ...courrielsPerdus({ dossier, evenement, avant, apres, equipe: deps.config.equipe }),
      );
  }
  return ecriture;
}

/** Relectures au plus d'un dossier qui change pendant qu'on écrit. */
const ESSAIS = 5;

/**
 * Note ce que le fournisseur dit d'un courriel, et ce qui s'ensuit dans les dossiers qu'il portait. Rend ce qu'il en est,
 * et le nombre de courriels écrits.
 * @param repere notre identifiant du courriel, que le fournisseur rend ; à défaut, le sien
 */
export async function noterUneRemise(
  repere: { courriel: string | null; idFournisseur: string | null },
  sort: Sort,
  deps: Deps,
): Promise<{ statut: 'fait' | 'deja' | 'depasse' | 'ignore'; ecrits: number }> {
  for (let essai = 0; essai < ESSAIS; essai += 1) {
    const lue = await deps.base.appeler(
      'remise_lire',
      {
        p_courriel: repere.courriel,
        p_id_fournisseur: repere.idFournisseur,
        ...aMaintenant(deps),
      },
      lueSchema,
    );
    if (lue.statut === 'inconnu') return { statut: 'ignore', ecrits: 0 };
    // Le fournisseur ne dit pas toujours les faits dans l'ordre : une arrivée n'efface pas la plainte qui l'a suivie.
    const apprises = sort === 'remis' && lue.perdu ? [] : lue.dossiers;
    const ecritures = apprises
      .map((un) => ecritureDe(un, sort, deps))
      .filter(({ evenements }) => evenements.length > 0);
    const statut = await deps.base.appeler(
      'remise_ecrire',
      { p_courriel: lue.id, p_quoi: sort, p_ecritures: ecritures, ...aMaintenant(deps) },
      z.enum(['fait', 'deja', 'depasse']),
    );
    const ecrits = ecritures.reduce((somme, { courriels }) => somme + courriels.length, 0);
    if (statut !== 'depasse') return { statut, ecrits: statut === 'fait' ? ecrits : 0 };
  }
  return { statut: 'depasse', ecrits: 0 };
}
