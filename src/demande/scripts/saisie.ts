import { jourAParis } from '../../socle/dates.ts';
import { demandeSchema, erreurDeDate } from '../regles/demande.ts';
import { erreursDe, type Erreurs } from '../../socle/saisie.ts';
import { relireMessage, type Vigilance } from '../../anonymisation/regles/vigilance.ts';

/* Chargé quand la personne commence à écrire : le schéma et la relecture pèsent plus que le reste de la page. */

/** Ce que la fonction refuserait, champ par champ : le même schéma, et la même règle de date. */
export function relireDemande(champs: Record<string, unknown>): Erreurs {
  const lecture = demandeSchema.safeParse(champs);
  const erreurs = lecture.success ? {} : erreursDe(lecture.error);
  const { debutLe } = champs;
  if (typeof debutLe === 'string' && erreurs.debutLe === undefined) {
    const date = erreurDeDate({ debutLe }, jourAParis(new Date()));
    if (date !== undefined) erreurs.debutLe = date;
  }
  return erreurs;
}

/** Ce qui gêne dans un message, relu pendant qu'il s'écrit. */
export function relireTexte(message: string): Vigilance {
  return relireMessage(message);
}
