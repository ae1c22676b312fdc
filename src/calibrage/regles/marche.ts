import { LOTS_MAXIMUM, VOLUMES } from './calibrage.ts';
import { ecrireMontant, lireMontant } from '../../socle/montant.ts';
import { ACHETEURS, NATURES, type NatureDuMarche, type TypeDAcheteur } from './seuils-europeens.ts';

/** Ce que la personne a écrit et choisi, champ par champ, tel que le formulaire le garde. */
export const CHAMPS = [
  'montant',
  'duree',
  'lots',
  'acheteur',
  'nature',
  'bons',
  'seuil',
  'heures',
  'jeunes',
] as const;
export type Champ = (typeof CHAMPS)[number];
export type Saisie = Record<Champ, string>;

export const SAISIE_VIDE: Saisie = {
  montant: '',
  duree: '',
  lots: '1',
  acheteur: 'etat',
  nature: 'services',
  bons: '',
  seuil: '',
  heures: '',
  jeunes: '1',
};

/** Nombres de jeunes entre qui un volume du calibrage peut se répartir en parts égales. */
export const NOMBRES_DE_JEUNES = [1, 2, 3, 6] as const;

export type Marche = {
  /** Montant ferme d'un lot, en euros hors taxes. */
  montant: number;
  /** Durée ferme, en mois ; null si elle n'est pas dite. */
  dureeMois: number | null;
  /** Nombre de lots qui portent la clause, tous de ce montant. */
  lots: number;
  acheteur: TypeDAcheteur;
  nature: NatureDuMarche;
  bonsDeCommande: boolean;
  /** Seuil de commandes qui déclenche la clause, en euros hors taxes ; null s'il n'est pas dit. */
  seuilDeCommandes: number | null;
  /** Volume voulu, en heures ; null pour le volume indicatif. */
  heures: number | null;
  jeunes: number;
};

export type Erreurs = Partial<Record<Champ, string>>;

/** Lit une durée en mois : « 24 », « 24 mois », « 2 ans ». Rend null si ce n'en est pas une. */
export function lireMois(texte: string): number | null {
  const lu = /^(\d{1,3})\s*(mois|ans?|années?)?$/i.exec(texte.trim());
  if (!lu) return null;
  const mois = Number(lu[1]) * (/^an/i.test(lu[2] ?? '') ? 12 : 1);
  return mois >= 1 && mois <= 240 ? mois : null;
}

function lireLots(texte: string): number | null {
  const lu = /^\d{1,3}$/.exec(texte.trim());
  const lots = Number(lu?.[0]);
  return lots >= 1 && lots <= LOTS_MAXIMUM ? lots : null;
}

function parmi<T extends string | number>(permis: readonly T[], texte: string): T | undefined {
  return permis.find((valeur) => String(valeur) === texte);
}

/** Le marché décrit par la saisie, ou ce qu'il faut y corriger. Une durée ou un seuil vides ne sont pas des erreurs. */
export function lireMarche(saisie: Saisie): { marche: Marche } | { erreurs: Erreurs } {
  const erreurs: Erreurs = {};
  const montant = lireMontant(saisie.montant);
  if ('erreur' in montant) erreurs.montant = montant.erreur;
  const dureeMois = lireMois(saisie.duree);
  if (saisie.duree.trim() && dureeMois === null)
    erreurs.duree = 'Écrivez une durée en mois entiers, par exemple 24.';
  const lots = lireLots(saisie.lots);
  if (lots === null)
    erreurs.lots = `Écrivez un nombre de lots entre 1 et ${LOTS_MAXIMUM}, par exemple 3.`;
  const bonsDeCommande = saisie.bons === 'oui';
  const seuil = bonsDeCommande && saisie.seuil.trim() ? lireMontant(saisie.seuil) : null;
  if (seuil && 'erreur' in seuil) erreurs.seuil = seuil.erreur;
  if (Object.keys(erreurs).length > 0) return { erreurs };
  return {
    marche: {
      montant: 'montant' in montant ? montant.montant : 0,
      dureeMois,
      lots: lots ?? 1,
      acheteur: parmi(ACHETEURS, saisie.acheteur) ?? 'etat',
      nature: parmi(NATURES, saisie.nature) ?? 'services',
      bonsDeCommande,
      seuilDeCommandes: seuil && 'montant' in seuil ? seuil.montant : null,
      heures: VOLUMES.find(({ heures }) => String(heures) === saisie.heures)?.heures ?? null,
      jeunes: parmi(NOMBRES_DE_JEUNES, saisie.jeunes) ?? 1,
    },
  };
}

/* Ce que chaque champ garde dans l'adresse, au plus court ; '' quand la valeur n'est pas reconnue. */
const NORMES: Record<Champ, (texte: string) => string> = {
  montant: montantCourt,
  duree: (texte) => String(lireMois(texte) ?? ''),
  lots: (texte) => String(lireLots(texte) ?? ''),
  acheteur: (texte) => parmi(ACHETEURS, texte) ?? '',
  nature: (texte) => parmi(NATURES, texte) ?? '',
  bons: (texte) => (texte === 'oui' ? 'oui' : ''),
  seuil: montantCourt,
  heures: (texte) => (VOLUMES.some(({ heures }) => String(heures) === texte) ? texte : ''),
  jeunes: (texte) => String(parmi(NOMBRES_DE_JEUNES, texte) ?? ''),
};

function montantCourt(texte: string): string {
  const lu = lireMontant(texte);
  return 'montant' in lu ? String(lu.montant) : '';
}

/** Lit la saisie dans une adresse ; ce qui n'est pas connu est ignoré, jamais une erreur. */
export function saisieDeLAdresse(parametres: URLSearchParams): Saisie {
  const saisie = { ...SAISIE_VIDE };
  for (const champ of CHAMPS) {
    const valeur = NORMES[champ](parametres.get(champ) ?? '');
    if (valeur) saisie[champ] = valeur;
  }
  for (const champ of ['montant', 'seuil'] as const)
    if (saisie[champ]) saisie[champ] = ecrireMontant(Number(saisie[champ]));
  return saisie;
}

/** Écrit la saisie dans une adresse : ni les valeurs par défaut, ni ce qui n'est pas lisible. */
export function adresseDeLaSaisie(saisie: Saisie): URLSearchParams {
  const parametres = new URLSearchParams();
  for (const champ of CHAMPS) {
    const valeur = NORMES[champ](saisie[champ]);
    if (valeur && valeur !== SAISIE_VIDE[champ]) parametres.set(champ, valeur);
  }
  return parametres;
}
