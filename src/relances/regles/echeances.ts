import { ajouterJours, jourAParis } from '../../socle/dates.ts';
import type { Evenement } from '../../suivi/regles/evenement.ts';
import type { Suivi } from '../../suivi/regles/suivi.ts';
import type { Annonce } from './annonces.ts';

type Moment = {
  evenements: readonly Evenement[];
  suivi: Pick<Suivi, 'etat' | 'prochaine' | 'verification' | 'fin'>;
  /** AAAA-MM-JJ */
  aujourdHui: string;
  /** Jours avant qu'une vérification restée sans réponse prenne fin (content/frise.yaml). */
  verificationJours: number;
};

/** Le jour où la vérification a commencé : le relais de l'équipe ne la recommence pas. */
function debutDeLaVerification(evenements: readonly Evenement[]): string | undefined {
  const avant = evenements.findLastIndex(
    ({ genre }) => genre === 'mise-en-attente' || genre === 'proposition-au-suivant',
  );
  const premiere = evenements
    .slice(avant + 1)
    .find(({ genre }) => genre === 'verification-demandee');
  return premiere && jourAParis(new Date(premiere.le));
}

function deLaVerification({ evenements, suivi, verificationJours }: Moment): Annonce[] {
  const { verification } = suivi;
  const debut = debutDeLaVerification(evenements);
  if (verification === null || debut === undefined) return [];
  const { relaisLe, gardeeJusquAu } = verification;
  return [
    ...(relaisLe === null
      ? []
      : [{ le: relaisLe, phrase: 'L’équipe CSF prend le relais de la coordination' }]),
    ...(gardeeJusquAu === null
      ? []
      : [{ le: ajouterJours(gardeeJusquAu, 1), phrase: 'Le parcours ne vous est plus gardé' }]),
    {
      le: ajouterJours(debut, verificationJours),
      phrase: 'Sans réponse de personne, votre demande est close',
    },
  ];
}

/**
 * Ce que le service fera sans écrire de rappel, si personne n'agit : clore, reprendre, compter. Les dates sont celles que
 * la base applique ; un jour déjà passé n'est plus à annoncer.
 */
export function echeancesDuService(moment: Moment): Annonce[] {
  const { suivi, aujourdHui } = moment;
  const { etat, prochaine, fin } = suivi;
  const annonces: Annonce[] = [];
  if (etat === 'a-verifier') annonces.push(...deLaVerification(moment));
  if (etat === 'proposee' && prochaine?.avantLe)
    annonces.push({
      le: prochaine.avantLe,
      phrase: 'Sans votre accord, le parcours est proposé à la demande suivante',
    });
  if (fin?.aConfirmerLe)
    annonces.push({
      le: fin.aConfirmerLe,
      phrase: 'Sans réponse de l’entreprise, nous comptons les heures que vous avez notées',
    });
  return annonces.filter(({ le }) => le >= aujourdHui);
}
