import { z } from 'zod';
import { ACTIONS_POSSIBLES, type ActionId } from '../../../../src/suivi/regles/actions.ts';
import { erreursDeSaisie } from '../../../../src/suivi/regles/actions-controles.ts';
import { evenementDe } from '../../../../src/suivi/regles/actions-evenements.ts';
import { ACTIONS_SAISIES, type Saisie } from '../../../../src/suivi/regles/actions-saisies.ts';
import type { Contact } from '../../../../src/suivi/regles/dossier.ts';
import type { Evenement } from '../../../../src/suivi/regles/evenement.ts';
import { decompteDe } from '../../../../src/heures/regles/heures-comptees.ts';
import type { Ailleurs } from '../../../../src/catalogue/regles/ailleurs.ts';
import { cleSaisie, erreursDe, type Erreurs } from '../../../../src/socle/saisie.ts';
import { muets } from '../../../../src/relais/regles/droits.ts';
import { suivre, type Suivi } from '../../../../src/suivi/regles/suivi.ts';
import {
  roleDuLien,
  type RoleDeContact,
  type RoleEcrit,
} from '../../../../src/suivi/regles/mots.ts';
import { momentDe } from '../../../../src/suivi/regles/visibilite.ts';
import type { Deps } from '../deps.ts';
import type { LienPret } from '../jetons.ts';
import type { SuiviOuvert } from './lecture.ts';
import { courrielsDe } from './nouvelles.ts';
import { joignables, rolesDeLaPersonne } from './personnes.ts';
import { CALENDRIER, DELAIS } from './regles.ts';

const RECHARGER = 'Rechargez la page, puis recommencez.';

const ordreSchema = z.object({
  cle: cleSaisie,
  vu: z.int({ error: RECHARGER }).min(0, { error: RECHARGER }),
  action: z.enum(ACTIONS_POSSIBLES, { error: RECHARGER }),
});

/** Ce qui entoure les champs d'une action, et n'en fait pas partie. */
const DE_L_ORDRE = ['jeton', 'cle', 'vu', 'action'];

/** Une action demandée : son nom, sa clé d'idempotence, ce que la personne avait sous les yeux, et ses champs. */
export type Ordre = { action: ActionId; cle: string; vu: number; saisie: Saisie<ActionId> };

/** Lit une action ; rend les erreurs de saisie, champ par champ, quand elle est mal écrite. */
export function lireOrdre(champs: Record<string, unknown>): Ordre | { erreurs: Erreurs } {
  const ordre = ordreSchema.safeParse(champs);
  if (!ordre.success) return { erreurs: erreursDe(ordre.error) };
  const propres = Object.entries(champs).filter(([nom]) => !DE_L_ORDRE.includes(nom));
  const saisie = ACTIONS_SAISIES[ordre.data.action].safeParse(Object.fromEntries(propres));
  return saisie.success
    ? { ...ordre.data, saisie: saisie.data }
    : { erreurs: erreursDe(saisie.error) };
}

const FINS: Partial<Record<ActionId, 'retiree' | 'terminee' | 'refusee'>> = {
  retirer: 'retiree',
  terminer: 'terminee',
  'confirmer-refus': 'refusee',
};

/** Ce que les dates et l'état du dossier interdisent à une action par ailleurs permise. */
export function erreursDeLOrdre({ action, saisie }: Ordre, lu: SuiviOuvert, deps: Deps): Erreurs {
  const instant = deps.maintenant();
  return erreursDeSaisie(action, saisie, {
    suivi: suivre(lu.evenements, instant, DELAIS, CALENDRIER),
    lien: lu.role,
    instant,
    delais: DELAIS,
    calendrier: CALENDRIER,
  });
}

/** La personne à qui l'action confie un rôle, ou null. */
function contactNomme(
  evenement: Pick<Evenement, 'genre' | 'donnees'>,
  saisie: Saisie<ActionId>,
): Contact | null {
  if (evenement.genre !== 'contact-change' || !('nom' in saisie)) return null;
  const { role } = evenement.donnees as { role: RoleDeContact };
  return { role, nom: saisie.nom, courriel: saisie.courriel, telephone: saisie.telephone };
}

/** Le rôle dont parle un événement, s'il en dit un. */
const roleDe = ({ donnees }: Pick<Evenement, 'donnees'>): RoleEcrit[] =>
  'role' in donnees ? [donnees.role] : [];

/** L'autre rôle que prend la personne nommée, quand celle d'avant tenait les deux. */
function aussi([, autre]: readonly Evenement[]) {
  const [role] = autre ? roleDe(autre) : [];
  return role === undefined ? {} : { aussi: role };
}

const DE_SOI: readonly ActionId[] = ['changer-contact', 'plus-moi', 'redevenir-contact'];

/**
 * Les rôles que change l'action, ou null quand elle n'en change pas. Une seule personne peut tenir les deux de l'entreprise :
 * ce qu'elle dit d'elle vaut pour les deux, et qui la remplace, quand on ne peut plus la joindre, les reprend tous.
 */
function rolesChanges(
  action: ActionId,
  donnees: Evenement['donnees'],
  { dossier }: SuiviOuvert,
  avant: Suivi,
): (RoleEcrit | null)[] {
  const [role] = roleDe({ donnees });
  const joignable = (qui: RoleEcrit) => !muets(avant).includes(qui);
  if (role === undefined || action === 'ouvrir') return [null];
  if (DE_SOI.includes(action) || (action === 'nommer-contact' && !joignable(role)))
    return rolesDeLaPersonne(dossier, role);
  return [role];
}

/** Vrai si la personne nommée n'écrit pas à l'adresse de qui elle remplace : sinon elle ne corrige que son nom. */
const changeDAdresse = (nomme: Contact | null, { dossier }: SuiviOuvert): boolean =>
  dossier.contacts.some(
    ({ role, courriel }) =>
      role === nomme?.role && courriel.toLowerCase() !== nomme.courriel.toLowerCase(),
  );

/**
 * Ce que la base doit écrire pour une action permise : l'événement, le contact, le lieu, les heures, la fin, les courriels.
 * @param relais le lien qui attend la personne nommée, s'il y en a une
 * @param ailleurs d'autres parcours à proposer à la tutrice, après un refus
 */
export function ecritureDe(
  { action, saisie }: Ordre,
  lu: SuiviOuvert,
  avant: Suivi,
  relais: LienPret,
  ailleurs: Ailleurs | undefined,
  deps: Deps,
) {
  const instant = deps.maintenant();
  const auteur = roleDuLien(lu.role);
  const absents = auteur === 'equipe' ? muets(avant) : [...muets(avant), lu.role];
  const reste = joignables(lu.dossier, absents);
  const { genre, donnees } = evenementDe(action, saisie, avant, lu.role, { reste, instant });
  const precision = 'precision' in saisie ? saisie.precision : null;
  // Le rang vrai sera donné par la base ; ici il suffit qu'il vienne après.
  const ecrits = rolesChanges(action, donnees, lu, avant).map(
    (role, rang) =>
      ({
        id: lu.vu + 1 + rang,
        genre,
        auteur,
        donnees: role === null ? donnees : { ...donnees, role },
        le: instant.toISOString(),
      }) as Evenement,
  );
  const [evenement] = ecrits as [Evenement, ...Evenement[]];
  const lieu = 'lieu' in saisie ? saisie.lieu : null;
  const contact = contactNomme(evenement, saisie);
  const cede = action === 'changer-contact' && changeDAdresse(contact, lu);
  const evenements = [...lu.evenements, ...ecrits];
  const apres = suivre(evenements, instant, DELAIS, CALENDRIER);
  return {
    evenements: ecrits.map(({ donnees: porte }, rang) => ({
      genre,
      donnees: porte,
      ...(precision === null || rang > 0 ? {} : { precision }),
    })),
    ...(contact ? { contact: { ...contact, cede, ...aussi(ecrits) } } : {}),
    ...(genre === 'contact-revenu' && lu.cede ? { rendre: ecrits.flatMap(roleDe) } : {}),
    ...(lieu ? { lieu } : {}),
    // Deux totaux, et non une différence : les redire ne compte rien deux fois.
    ...(apres.fin ? decompteDe(apres.fin) : {}),
    ...(FINS[action] ? { clore: FINS[action] } : {}),
    courriels: courrielsDe({
      dossier: lieu ? { ...lu.dossier, lieu } : lu.dossier,
      moment: momentDe(apres.etat, evenements),
      evenement,
      precision,
      avant,
      apres,
      lien: lu.role,
      relais: contact && { contact, lien: relais.id, cede },
      ailleurs,
      instant,
      equipe: deps.config.equipe,
    }),
  };
}
