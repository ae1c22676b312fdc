import { academieDuDepartement, lireAcademie } from '../../lieux/referentiel/academies.ts';
import type { Commune } from '../../lieux/referentiel/communes.ts';
import { departementDuCodePostal, lireDepartement } from '../../lieux/referentiel/departements.ts';
import { trouverCommune } from '../../lieux/referentiel/recherche-commune.ts';
import { type Cellules, COLONNES } from './colonnes.ts';
import { avertissement, blocage, type Remarque } from './remarques.ts';

const TITRE = COLONNES.adresse.titre;
const CORRIGER =
  "Écrire l'adresse avec le code postal puis la ville, par exemple « 12 rue des Lilas, 93200 Saint-Denis ».";

/** Code postal et ville d'une adresse écrite à la main ; l'un ou l'autre peut manquer. */
export function lireAdresse(adresse: string): { codePostal?: string; nom: string } {
  const texte = adresse.replace(/[^\S\n]+/g, ' ').replace(/(?<=\b\d{2}) (?=\d{3}\s+\p{Lu})/gu, '');
  const codes = [...texte.matchAll(/(?<!(?:BP|CS|TSA|n°)\s?)(?<!\d)\d{5}(?!\d)/giu)];
  const retenu = codes.filter(({ 0: code }) => departementDuCodePostal(code) !== null).at(-1);
  if (!retenu) return { nom: derniereLigne(texte) };
  const apres = texte.slice(retenu.index + 5);
  const ville = nomDeVille(apres);
  return {
    codePostal: retenu[0],
    nom: ville === '' ? derniereLigne(texte.slice(0, retenu.index)) : ville,
  };
}

function nomDeVille(suite: string): string {
  return (suite.replace(/^[\s,;:–-]+/, '').split(/[,;(\n]| [-–] /)[0] ?? '').trim();
}

/** Sans code postal après elle, la ville est la dernière partie de l'adresse, sans numéro ni rue. */
function derniereLigne(texte: string): string {
  const parties = texte.split(/[,;(\n]| [-–] /).map((partie) => partie.trim());
  return (
    parties.filter((partie) => partie !== '' && !/^\(?(?:france|\d+)\)?$/i.test(partie)).at(-1) ??
    ''
  );
}

/**
 * Commune du parcours, d'après son adresse, et ce qu'il faut en dire. Le département et l'académie de l'export
 * ne servent qu'à vérifier : en cas de désaccord, la commune l'emporte.
 */
export function trouverLieu(cellules: Cellules): {
  commune: Commune | null;
  remarques: Remarque[];
} {
  const departementEcrit = cellules.departement.trim();
  const departement = lireDepartement(departementEcrit);
  const { codePostal, nom } = lireAdresse(cellules.adresse);
  if (cellules.adresse.trim() === '') {
    return { commune: null, remarques: [blocage(TITRE, 'adresse absente', CORRIGER)] };
  }
  const trouvaille = trouverCommune({
    nom,
    ...(codePostal === undefined ? {} : { codePostal }),
    ...(departement === null ? {} : { departement }),
  });
  if ('erreur' in trouvaille) {
    return {
      commune: null,
      remarques: [blocage(TITRE, `lieu introuvable : ${trouvaille.erreur}`, CORRIGER)],
    };
  }
  const { commune, supposition } = trouvaille;
  const remarques: Remarque[] = [];
  if (supposition !== null) remarques.push(avertissement(TITRE, supposition, CORRIGER));
  if (departementEcrit !== '' && departement !== commune.departement) {
    remarques.push(desaccord(COLONNES.departement.titre, departement === null));
  }
  const academieEcrite = cellules.academie.trim();
  const academie = lireAcademie(academieEcrite);
  if (academieEcrite !== '' && academie !== academieDuDepartement(commune.departement)?.slug) {
    remarques.push(desaccord(COLONNES.academie.titre, academie === null));
  }
  return { commune, remarques };
}

function desaccord(colonne: string, illisible: boolean): Remarque {
  return illisible
    ? avertissement(
        colonne,
        'valeur illisible, déduite de la commune',
        'Choisir une valeur de la liste.',
      )
    : avertissement(
        colonne,
        'valeur en désaccord avec la commune, la commune a été retenue',
        `Vérifier cette colonne et « ${TITRE} ».`,
      );
}
