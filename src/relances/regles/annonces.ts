import type { Avenir } from './avenir.ts';
import type { Destinataire, Relance } from './echelles.ts';

/** Ce que le service fera un jour donné, si personne n'agit : une phrase sans point final. */
export type Annonce = { le: string; phrase: string };

/* Dans l'ordre où on les nomme ; « à vous » finit, la phrase se lit mieux. */
const A_QUI: Record<Destinataire, string> = {
  acheteur: 'à l’acheteur',
  equipe: 'à l’équipe CSF',
  entreprise: 'à l’entreprise',
  tutrice: 'à vous',
};
const ORDRE = Object.keys(A_QUI) as Destinataire[];

const LISTE = new Intl.ListFormat('fr');

type Groupe = { a: Destinataire[]; relance: Relance };

const nommer = (roles: readonly Destinataire[]) => LISTE.format(roles.map((role) => A_QUI[role]));

/** « Nous vous rappelons », « Nous rappelons à l'acheteur » ; `suite` : à qui l'on parle aussi. */
function nous(verbe: string, { a }: Groupe): string {
  const autres = a.filter((role) => role !== 'tutrice');
  if (autres.length === a.length) return `Nous ${verbe} ${nommer(a)}`;
  return autres.length === 0
    ? `Nous vous ${verbe}`
    : `Nous vous ${verbe}, ainsi qu’${nommer(autres)},`;
}

/** Le délai est manqué : qui est alerté, puis qui l'apprend. */
function manque(quoi: string, groupe: Groupe): string {
  const alertes = groupe.a.filter((role) => role === 'acheteur' || role === 'equipe');
  const autres = groupe.a.filter((role) => role !== 'acheteur' && role !== 'equipe');
  const [alerte] = alertes;
  if (alerte === undefined) return `${nous('écrivons', groupe)} que ${quoi}`;
  const qui = alerte === 'acheteur' ? 'l’acheteur' : 'l’équipe CSF';
  const aussi = autres.length === 0 ? '' : `, et nous le disons ${nommer(autres)}`;
  return `Nous alertons ${qui} : ${quoi}${aussi}`;
}

/** Chaque palier, dit à la tutrice. Les paliers sont ceux des échelles ; « point-1 » se dit comme « point ». */
export const DIRE_LE_PALIER: Readonly<Record<string, (groupe: Groupe) => string>> = {
  ouverture: ({ relance }) =>
    relance.cible === undefined
      ? 'Si la demande n’est toujours pas ouverte, nous la rappelons à l’entreprise'
      : 'Si la demande n’est toujours pas ouverte, nous la renvoyons au tuteur entreprise, son second contact',
  ailleurs: () =>
    'Nous vous écrivons où en est votre demande, avec d’autres parcours libres s’il y en a tout près',
  rappel: () => 'Nous rappelons votre demande à l’entreprise',
  'derniers-jours': () => 'Nous prévenons l’entreprise que son délai se termine',
  'delai-manque': (groupe) => manque('l’entreprise n’a pas répondu', groupe),
  'accueil-manque': (groupe) => manque('l’accueil n’a pas commencé', groupe),
  'appel-manque': (groupe) => manque('l’appel annoncé n’a rien donné', groupe),
  'report-manque': (groupe) => manque('le délai demandé est passé', groupe),
  'lendemain-appel': (groupe) => `${nous('demandons', groupe)} si l’entreprise a rappelé`,
  'appel-attendu': () => 'Nous rappelons à l’entreprise qu’elle a annoncé un appel',
  equipe: () => 'Nous alertons l’équipe CSF, qui reprend la main',
  contact: (groupe) => `${nous('rappelons', groupe)} de nommer un autre contact dans l’entreprise`,
  'bon-contact': (groupe) => `${nous('rappelons', groupe)} de nommer la bonne personne`,
  refus: (groupe) => `${nous('rappelons', groupe)} de décider de la suite du refus`,
  reponse: (groupe) => `${nous('rappelons', groupe)} de dire ce que l’entreprise a répondu`,
  creneau: (groupe) => `${nous('rappelons', groupe)} de choisir un créneau`,
  'veille-reunion': (groupe) => `${nous('rappelons', groupe)} la réunion de présentation`,
  'lendemain-reunion': (groupe) => `${nous('demandons', groupe)} si la réunion a eu lieu`,
  convention: (groupe) => `${nous('rappelons', groupe)} la convention à signer`,
  'avant-accueil': (groupe) => `${nous('rappelons', groupe)} que l’accueil approche`,
  point: (groupe) => `${nous('proposons', groupe)} de faire le point sur l’accueil`,
  'fin-prevue': (groupe) => `${nous('demandons', groupe)} si l’accueil est terminé`,
  reprise: (groupe) => `${nous('rappelons', groupe)} de dire si l’accueil reprend`,
  bilan: (groupe) => `${nous('rappelons', groupe)} le bilan croisé`,
  actualite: () => 'Nous vous demandons si votre demande est toujours d’actualité',
};

const phraseDe = (groupe: Groupe): string =>
  (DIRE_LE_PALIER[groupe.relance.palier.replace(/-\d+$/, '')] ?? ((g) => nous('écrivons', g)))(
    groupe,
  );

/** Les rappels d'un même jour et d'un même palier se disent ensemble. */
export function annoncesDe({ rappels, closeLe }: Avenir): Annonce[] {
  const groupes = new Map<string, Groupe & { le: string }>();
  for (const { le, relance } of rappels) {
    const cle = `${le} ${relance.palier}`;
    const groupe = groupes.get(cle);
    if (groupe) groupe.a.push(relance.a);
    else groupes.set(cle, { le, a: [relance.a], relance });
  }
  const annonces = [...groupes.values()].map(({ le, a, relance }) => ({
    le,
    phrase: phraseDe({ a: ORDRE.filter((role) => a.includes(role)), relance }),
  }));
  if (closeLe === null) return annonces;
  const fin =
    'Sans un geste de votre part, votre demande est close : votre place va à un autre jeune';
  return [...annonces, { le: closeLe, phrase: fin }];
}
