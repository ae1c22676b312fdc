import type { GenrePrive } from '../../anonymisation/regles/formes.ts';
import { normaliser } from '../../socle/texte.ts';

/**
 * Une colonne de l'export. `requise` : sans elle, le parcours, son identité ou son anonymat n'est pas sûr.
 * `prive` : ses valeurs ne quittent jamais la mémoire, et le texte libre en est purgé.
 */
type Colonne = { titre: string; requise?: true; prive?: GenrePrive };

/** Les colonnes lues, dans l'ordre de l'export ; les autres sont ignorées. */
export const COLONNES = {
  creeLe: { titre: 'Créé le', requise: true },
  entreprise: { titre: "Nom de l'entreprise titulaire", requise: true, prive: 'entreprise' },
  secteur: { titre: "Secteur d'activité de l'entreprise", prive: 'secteur' },
  site: { titre: "Site web de l'entreprise", prive: 'site' },
  heures: { titre: "Nombre d'heures du parcours", requise: true },
  adresse: { titre: 'Adresse du parcours', requise: true, prive: 'adresse' },
  academie: { titre: 'Académie' },
  departement: { titre: 'Département' },
  domaine: { titre: "Domaine d'activité du parcours", requise: true },
  taches: { titre: 'Détail des tâches proposées', requise: true },
  remarque: { titre: 'Autre remarque' },
  fiche: { titre: 'Fiche entreprise (pièce jointe)', prive: 'texte' },
  disponibilite: { titre: 'Disponibilité', requise: true },
  mlds: { titre: 'Référent MLDS', prive: 'personne' },
  jeune: { titre: 'Jeune positionné', prive: 'personne' },
  suivi: { titre: 'Suivi du parcours', prive: 'texte' },
  referent: { titre: 'Nom et prénom du référent entreprise', requise: true, prive: 'personne' },
  referentMail: { titre: 'Mail du référent entreprise', prive: 'courriel' },
  referentTelephone: { titre: 'Téléphone du référent entreprise', prive: 'texte' },
  referentFonction: { titre: 'Fonction du référent entreprise', prive: 'fonction' },
  referent2: { titre: 'Nom et prénom du 2ème référent entreprise', prive: 'personne' },
  referent2Mail: { titre: 'Mail du 2ème référent entreprise', prive: 'courriel' },
  referent2Telephone: { titre: 'Téléphone du 2ème référent entreprise', prive: 'texte' },
  referent2Fonction: { titre: 'Fonction du 2ème référent entreprise', prive: 'fonction' },
  acheteur: { titre: "Nom de l'organisme acheteur", requise: true, prive: 'organisme' },
  contactAcheteur: { titre: 'Nom et prénom du contact acheteur', prive: 'personne' },
  contactAcheteurMail: { titre: 'Mail du contact acheteur', prive: 'courriel' },
  contactAcheteurTelephone: { titre: 'Téléphone du contact acheteur', prive: 'texte' },
  objet: { titre: 'Objet du marché', requise: true, prive: 'texte' },
  objetDetaille: { titre: 'Objet détaillé du marché', requise: true, prive: 'texte' },
  notifieLe: { titre: 'Date de notification du marché' },
  finLe: { titre: 'Date de fin de la clause sociale' },
  finReconductionLe: { titre: 'Date de fin de la clause sociale, reconduction comprise' },
  commentaires: { titre: 'Commentaires', prive: 'texte' },
} as const satisfies Record<string, Colonne>;

export type CleDeColonne = keyof typeof COLONNES;

/** Les cellules d'une ligne ; une colonne absente donne une chaîne vide. */
export type Cellules = Record<CleDeColonne, string>;

export const CLES = Object.keys(COLONNES) as CleDeColonne[];

/** Vue commune d'une colonne, quel que soit son rôle. */
export function colonne(cle: CleDeColonne): Colonne {
  return COLONNES[cle];
}

/** Place de chaque colonne trouvée dans l'en-tête. */
export type EnTete = {
  places: ReadonlyMap<CleDeColonne, number>;
  largeur: number;
  /** Titres des colonnes requises absentes : rien ne peut être lu. */
  manquantes: string[];
  /** Titres des colonnes privées absentes : l'anonymisation a moins de quoi comparer. */
  priveesAbsentes: string[];
  /** Titres présents deux fois : on ne saurait laquelle lire. */
  repetees: string[];
};

/** Trouve les colonnes par leur titre ; la casse, les accents et l'ordre ne comptent pas. */
export function lireEnTete(titres: readonly string[]): EnTete {
  const normalises = titres.map(normaliser);
  const places = new Map<CleDeColonne, number>();
  const repetees: string[] = [];
  for (const cle of CLES) {
    const titre = normaliser(colonne(cle).titre);
    const place = normalises.indexOf(titre);
    if (place >= 0) places.set(cle, place);
    if (place !== normalises.lastIndexOf(titre)) repetees.push(colonne(cle).titre);
  }
  const absentes = CLES.filter((cle) => !places.has(cle)).map(colonne);
  return {
    places,
    largeur: titres.length,
    manquantes: absentes.filter(({ requise }) => requise).map(({ titre }) => titre),
    priveesAbsentes: absentes
      .filter(({ requise, prive }) => !requise && prive !== undefined)
      .map(({ titre }) => titre),
    repetees,
  };
}
