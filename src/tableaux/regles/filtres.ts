import { ETATS_DE_SUIVI, type EtatDeSuivi } from '../../suivi/regles/etats.ts';
import type { Auteur } from '../../suivi/regles/mots.ts';
import { retardDe, type LigneDeTableau } from './tableau.ts';

/* Sans zod : le tableau de l'équipe charge ce fichier dans le navigateur. */

/** Ce qu'un tableau montre ; une chaîne vide ne filtre pas. */
export type FiltresDeTableau = {
  academie: string;
  etat: EtatDeSuivi | '';
  qui: Auteur | '';
  /** Seulement ce qui est en retard. */
  retard: boolean;
};

export const TABLEAU_ENTIER: FiltresDeTableau = { academie: '', etat: '', qui: '', retard: false };

const QUI: readonly Auteur[] = ['tutrice', 'entreprise', 'acheteur', 'equipe'];

/** Lit les filtres dans l'adresse de la page ; une valeur inconnue ne filtre pas. */
export function lireFiltresDeTableau(parametres: URLSearchParams): FiltresDeTableau {
  const academie = parametres.get('academie') ?? '';
  return {
    academie: /^[a-z]+(-[a-z]+)*$/.test(academie) ? academie : '',
    etat: ETATS_DE_SUIVI.find((etat) => etat === parametres.get('etat')) ?? '',
    qui: QUI.find((qui) => qui === parametres.get('qui')) ?? '',
    retard: parametres.get('retard') === 'oui',
  };
}

/** Écrit les filtres pour l'adresse de la page : des codes, jamais une personne. */
export function ecrireFiltresDeTableau({ academie, etat, qui, retard }: FiltresDeTableau) {
  const parametres = new URLSearchParams();
  if (academie) parametres.set('academie', academie);
  if (etat) parametres.set('etat', etat);
  if (qui) parametres.set('qui', qui);
  if (retard) parametres.set('retard', 'oui');
  return parametres;
}

/** Vrai si la ligne est à montrer avec ces filtres. */
function estRetenue(ligne: LigneDeTableau, filtres: FiltresDeTableau): boolean {
  const { academie, etat, qui, retard } = filtres;
  return (
    (academie === '' || ligne.academie === academie) &&
    (etat === '' || ligne.suivi.etat === etat) &&
    (qui === '' || ligne.suivi.prochaine?.qui === qui) &&
    (!retard || retardDe(ligne) > 0)
  );
}

export function filtrer(lignes: readonly LigneDeTableau[], filtres: FiltresDeTableau) {
  return lignes.filter((ligne) => estRetenue(ligne, filtres));
}

/** Ce que l'on choisit dans un menu. */
export type Critere = 'academie' | 'etat' | 'qui';

/** Nombre de lignes par valeur d'un critère, les autres filtres restant posés. */
export function compterPar(
  lignes: readonly LigneDeTableau[],
  filtres: FiltresDeTableau,
  critere: Critere,
): Map<string, number> {
  const comptes = new Map<string, number>();
  for (const ligne of filtrer(lignes, { ...filtres, [critere]: '' })) {
    const valeurs = {
      academie: ligne.academie,
      etat: ligne.suivi.etat,
      qui: ligne.suivi.prochaine?.qui ?? '',
    };
    comptes.set(valeurs[critere], (comptes.get(valeurs[critere]) ?? 0) + 1);
  }
  comptes.delete('');
  return comptes;
}
