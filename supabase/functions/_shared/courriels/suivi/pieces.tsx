import { faitsDuMarche } from '../../../../../src/marche/regles/mots.ts';
import { jourAParis } from '../../../../../src/socle/dates.ts';
import { enToutesLettres } from '../dates.ts';
import type { Contexte } from '../donnees.ts';
import { Faits, Paragraphe } from '../gabarit.tsx';
import type { Attente, Rappel } from './donnees-suivi.ts';

/* Ce que tout courriel du suivi a en commun : qui reçoit, quel dossier, ce qui est attendu. */

/** L'adresse d'un suivi ; une action y est ouverte d'avance. Sans lien, la page où l'on retrouve les siens. */
export function adresseDuSuivi(site: string, jeton: string | null, action?: string | null): string {
  if (jeton === null) return `${site}/suivi/retrouver/`;
  return `${site}/suivi/#${jeton}${action ? `.${action}` : ''}`;
}

export function Bonjour({ nom }: { nom: string | null }) {
  return <Paragraphe>Bonjour{nom ? ` ${nom}` : ''},</Paragraphe>;
}

/** Vrai quand le dernier jour est passé au moment d'écrire. */
const estPassee = ({ avantLe }: Attente, { maintenant }: Contexte) =>
  avantLe !== null && avantLe < jourAParis(maintenant);

export function PhraseDAttente(proprietes: { attente: Attente | null; contexte: Contexte }) {
  const { attente, contexte } = proprietes;
  if (attente === null)
    return <Paragraphe>Ce suivi est terminé : vous n’avez rien à faire.</Paragraphe>;
  const quand = attente.avantLe === null ? '' : enToutesLettres(attente.avantLe);
  let avant = quand === '' ? '' : `, au plus tard le ${quand}`;
  if (estPassee(attente, contexte)) avant = `. Le délai est dépassé depuis le ${quand}`;
  if (attente.vers) avant = `. Fin prévue vers le ${quand}`;
  return (
    <Paragraphe>
      <strong>
        {attente.phrase}
        {avant}.
      </strong>
    </Paragraphe>
  );
}

export function LeDossier({
  donnees,
}: {
  donnees: Pick<Rappel, 'reference' | 'parcours' | 'marche'>;
}) {
  return (
    <Faits
      faits={[
        ['Parcours', donnees.parcours.intitule],
        ['Demande', donnees.reference],
        ...faitsDuMarche(donnees.marche),
      ]}
    />
  );
}

export function boutonDAttente(attente: Attente | null): string {
  return attente?.aVous ? 'Répondre maintenant' : 'Voir le suivi';
}
