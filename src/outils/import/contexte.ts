import type { Contexte } from '../../anonymisation/regles/formes.ts';
import { normaliser } from '../../socle/texte.ts';
import { academies } from '../../lieux/referentiel/academies.ts';
import { type Commune, communes } from '../../lieux/referentiel/communes.ts';
import { departements } from '../../lieux/referentiel/departements.ts';

/**
 * En dessous, un nom de commune est trop rare dans un texte, et trop souvent celui d'une personne, pour
 * protéger une phrase.
 */
const POPULATION_D_UN_LIEU_CONNU = 2000;

/** Mots d'activité : une entreprise qui ne s'appelle que « Transport » ne se reconnaît pas à ce mot. */
const MOTS_COURANTS = new Set(
  (
    'accueil administration commerce vente communication comptabilite electricite esthetique hotellerie informatique ' +
    'logistique restauration cuisine securite service services personne transport transports autre numerique industrie ' +
    'btp conseil conseils solution solutions groupe entreprise societe nettoyage proprete batiment formation energie ' +
    'travaux assurance banque bureau atelier maintenance ecole universite mairie ville region departement metropole ' +
    'prefecture rectorat ministere academie etat collectivite operateur hopital lycee college association agence ' +
    'education social sante culture sport nature environnement horizon avenir equipe contact acheteur reception'
  ).split(' '),
);

/** Contexte d'anonymisation : les lieux connus, ceux de la ligne en plus, et les mots d'activité. */
export function contexteDeLigne(): (commune: Commune | null) => Contexte {
  const connus = new Set(
    [
      ...communes().filter(({ population }) => population >= POPULATION_D_UN_LIEU_CONNU),
      ...departements(),
      ...departements().map(({ region }) => ({ nom: region })),
      ...academies(),
    ].map(({ nom }) => normaliser(nom)),
  );
  return (commune) => {
    let ici: string | undefined;
    return {
      estLieu: (nom) => connus.has(nom) || nom === (ici ??= normaliser(commune?.nom ?? '')),
      estCourant: (nom) => MOTS_COURANTS.has(nom),
    };
  };
}
