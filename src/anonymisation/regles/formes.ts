import { normaliser } from '../../socle/texte.ts';

/** Ce qu'est une valeur privée : chaque genre se cherche à sa façon. */
export type GenrePrive =
  | 'entreprise'
  | 'personne'
  | 'organisme'
  | 'site'
  | 'courriel'
  | 'adresse'
  | 'fonction'
  | 'secteur'
  | 'texte';

/** Une valeur d'une colonne privée de la ligne ; `colonne` sert au rapport, jamais la valeur. */
export type ValeurPrivee = { colonne: string; genre: GenrePrive; valeur: string };

/** Ce que la règle doit savoir du monde, et que `core` ne sait pas. */
export type Contexte = {
  /** Vrai si le nom (forme normalisée) est celui d'une commune, d'un département, d'une région, d'une académie. */
  estLieu: (nom: string) => boolean;
  /** Vrai si le mot (forme normalisée) est courant : un domaine, un secteur d'activité. */
  estCourant: (nom: string) => boolean;
};

/**
 * Une forme à chercher. `casse` : le texte doit l'écrire avec une majuscule ; `contexte` : elle ne compte
 * qu'après un mot qui annonce une entreprise ou une personne.
 */
export type Forme = {
  mots: string;
  casse: 'libre' | 'initiale' | 'capitales';
  contexte: RegExp | null;
};

/** Sigles juridiques et mots passe-partout qui habillent un nom d'entreprise sans le faire. */
const HABILLAGE_D_AVANT =
  /^(?:(?:(?:la|le|les|l) )?(?:societe|entreprise|groupe|ets|etablissements?|maison|sarl|sas|sasu|sa|eurl|snc|sci|scop|scic) )+/;
const HABILLAGE_D_APRES =
  /^(?:sarl|sas|sasu|sa|eurl|snc|sci|scop|scic|groupe|group|holding|france|(?:et )?fils|(?:et )?cie|services?|solutions?|conseils?|(?:et )?associes|international)$/;

/** Le nom sans ce qui l'habille, mot à mot depuis la fin ; il en reste toujours un. */
function sansHabillage(mots: string): string {
  const parties = mots.replace(HABILLAGE_D_AVANT, '').split(' ');
  const habille = (nombre: number) =>
    parties.length > nombre && HABILLAGE_D_APRES.test(parties.slice(-nombre).join(' '));
  for (;;) {
    const nombre = [2, 1].find(habille);
    if (nombre === undefined) return parties.join(' ');
    parties.length -= nombre;
  }
}

const ANNONCE_ENTREPRISE =
  /(?<![a-z])(?:societe|entreprise|groupe|chez|maison|firme|filiale|prestataire|titulaire|employeur|sous.traitant|acheteur|commanditaire|sarl|sas|sa)[^a-z0-9]+(?:(?:la|le|les|l)[^a-z0-9]+)?$/;
const ANNONCE_PERSONNE =
  /(?<![a-z])(?:appelez?r?|contacte[rz]?|contact|demande[rz]|joindre|aupres de|prevenir|prevenez|ecrire a|ecrivez a|adresser a|adressez vous a|referente?|tuteur|tutrice|m|mr|mme|mlle|monsieur|madame|dr)(?:[^a-z0-9]+(?:m|mr|mme|mlle|monsieur|madame))?[^a-z0-9]+$/;
/** Ces mots-là n'annoncent une personne que devant une majuscule : « avec petit déjeuner », « avec Petit ». */
const ANNONCE_LARGE = new RegExp(`${ANNONCE_PERSONNE.source}|(?<![a-z])(?:avec|voir)[^a-z0-9]+$`);

const VOIE =
  /(?:^| )(?:rue|avenue|boulevard|bd|chemin|impasse|quai|allee|place|cours|route|square|zone|za|zi|zac|parc)(?: |$)/;

/** Mots d'un nom complet qui, seuls, ne désignent personne. */
const PARTICULES = new Set(
  'de du des la le les van von der den ben bin el al da di dos st saint sainte m mr mme mlle monsieur madame dr et ou drh dg'.split(
    ' ',
  ),
);

/** Boîtes de messagerie de tout le monde : leur nom ne désigne pas l'entreprise. */
const MESSAGERIES = new Set(
  'gmail googlemail outlook hotmail live msn yahoo orange wanadoo free sfr neuf laposte bbox numericable icloud protonmail aol acheteur contact accueil'.split(
    ' ',
  ),
);

/** Formes sous lesquelles une valeur privée peut se lire dans un texte. */
export function formes(genre: GenrePrive, valeur: string, contexte: Contexte): Forme[] {
  const mots = normaliser(valeur);
  if (mots.length < 2) return [];
  switch (genre) {
    case 'entreprise':
    case 'organisme':
      return formesDeNom(mots, contexte);
    case 'personne':
      return valeur
        .split(/[/,;()&+\n]| et | ou /i)
        .flatMap((nom) => formesDePersonne(nom, contexte));
    case 'site':
    case 'courriel':
      return formesDeDomaine(valeur, mots, contexte);
    case 'adresse':
      return formesDeRue(valeur, contexte);
    case 'fonction':
      // « Responsable de site » désigne une personne ; « Comptable » dit seulement le métier que l'on découvre.
      if (mots.includes(' ')) return [libre(mots)];
      return /^\p{Lu}{2,}$/u.test(valeur.trim())
        ? [{ mots, casse: 'capitales', contexte: null }]
        : [];
    case 'secteur':
      // « Industrie » classe sans désigner ; « Industrie du parapluie » désigne. Le type d'acheteur
      // (« État », « Collectivité ») n'est jamais une valeur privée : il ne fait que classer.
      return mots.includes(' ') ? [libre(mots)] : [];
    case 'texte':
      // Un objet de marché d'un ou deux mots (« Nettoyage ») est le nom d'un métier, pas d'un marché.
      return mots.split(' ').length >= 3 ? [libre(mots)] : [];
  }
}

function libre(mots: string): Forme {
  return { mots, casse: 'libre', contexte: null };
}

/**
 * Le nom d'une entreprise ou d'un acheteur, puis son nom sans habillage. Un nom qui est aussi un lieu ou un
 * mot courant ne compte qu'annoncé : une société « Paris » n'efface pas la ville.
 */
function formesDeNom(mots: string, contexte: Contexte): Forme[] {
  const noyau = sansHabillage(mots).trim();
  const noms = new Set([mots, mots.replaceAll(' et fils', ' fils'), noyau === '' ? mots : noyau]);
  return [...noms].flatMap((nom): Forme[] => {
    const annoncee: Forme = { mots: nom, casse: 'libre', contexte: ANNONCE_ENTREPRISE };
    if (contexte.estLieu(nom) || contexte.estCourant(nom)) return [annoncee];
    if (nom.length < 4) return [{ mots: nom, casse: 'capitales', contexte: null }, annoncee];
    return nom === mots
      ? [libre(nom)]
      : [{ mots: nom, casse: 'initiale', contexte: null }, annoncee];
  });
}

/** Le nom entier dans les deux ordres, puis chacun de ses mots écrit avec sa majuscule, ou annoncé. */
function formesDePersonne(nom: string, contexte: Contexte): Forme[] {
  if (/\d/.test(nom)) return [];
  const parties = nom.trim().split(/\s+/).map(normaliser).filter(Boolean);
  const initiales = /^(?:\p{Lu}\.?-?){2,4}$/u.test(nom.trim());
  if (initiales) return [{ mots: normaliser(nom), casse: 'capitales', contexte: null }];
  const seuls = parties.filter((mot) => mot.length >= 3 && !PARTICULES.has(mot));
  const complets =
    parties.length > 1
      ? [libre(parties.join(' ')), libre([...parties.slice(1), parties[0]].join(' '))]
      : [];
  const isoles = seuls.flatMap((mots): Forme[] => [
    { mots, casse: 'libre', contexte: ANNONCE_PERSONNE },
    { mots, casse: 'initiale', contexte: contexte.estLieu(mots) ? ANNONCE_LARGE : null },
  ]);
  // « Durand-Exemple » se dit aussi « Durand », mais un morceau de nom composé peut être un mot courant.
  const morceaux = seuls.flatMap((mot) =>
    mot.split(' ').length > 1
      ? mot
          .split(' ')
          .filter((partie) => partie.length >= 4)
          .map((mots): Forme => ({ mots, casse: 'initiale', contexte: ANNONCE_PERSONNE }))
      : [],
  );
  return [...complets, ...isoles, ...morceaux];
}

/** Le nom de domaine sans « www » ni extension : « altasfils » dit l'entreprise même sans son adresse. */
function formesDeDomaine(valeur: string, mots: string, contexte: Contexte): Forme[] {
  const domaine = /(?:@|:\/\/|^)(?:www\.)?([\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*)\.\p{L}{2,}/u.exec(
    valeur.trim().toLowerCase(),
  )?.[1];
  const nom = normaliser(domaine?.split('.').at(-1) ?? '');
  const formes = mots.length >= 6 ? [libre(mots)] : [];
  const banal = MESSAGERIES.has(nom) || contexte.estLieu(nom) || contexte.estCourant(nom);
  if (nom.length >= 5 && !banal) formes.push(libre(nom));
  return formes;
}

/** Chaque ligne d'adresse, avec et sans son numéro ; le code postal et la ville restent, ils sont publics. */
function formesDeRue(adresse: string, contexte: Contexte): Forme[] {
  const lignes = (adresse.split(/\b\d{5}\b/)[0] ?? '').split(/[,;\n]/).map(normaliser);
  const retenues = lignes.flatMap((ligne) => {
    const sansNumero = ligne.replace(/^(?:\d+ )+(?:(?:bis|ter|quater|b|t) )?/, '');
    return VOIE.test(ligne) || sansNumero.split(' ').length >= 3 ? [ligne, sansNumero] : [];
  });
  return [...new Set(retenues)]
    .filter((mots) => mots.includes(' ') && mots.length >= 7 && !contexte.estLieu(mots))
    .map(libre);
}
