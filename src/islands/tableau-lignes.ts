import {
  compter,
  direIlYA,
  direJour,
  direLieuEtDomaine,
  direRetard,
  NOMS_DE_QUI,
  NOMS_DES_ETATS,
  type NomsDuTableau,
} from '../core/tableau-mots.ts';
import {
  retardDe,
  type LigneDeTableau,
  type ParcoursDeTableau,
  type Tableau,
} from '../core/tableau.ts';
import { typographier } from '../core/typographie.ts';
import { creer, trouver } from './dom.ts';

/*
 * Sur un téléphone, chaque ligne devient une carte (display: block) : les rôles ARIA sont écrits, car le navigateur
 * cesse alors de dire que c'est un tableau.
 */
function cellule(libelle: string, ...contenus: (Node | string)[]): HTMLElement {
  return creer('td', { role: 'cell', 'data-libelle': libelle }, ...contenus);
}

const petit = (texte: string) => creer('small', {}, typographier(texte));

function titre(ligne: LigneDeTableau): Node | string {
  const { jeton, parcours } = ligne;
  const intitule = typographier(parcours.intitule);
  return jeton === undefined ? intitule : creer('a', { href: `/suivi/#${jeton}` }, intitule);
}

/* Relancer tient en un clic quand l'entreprise est en retard ; la page du dossier demande confirmation. */
function actions({ jeton, reference, suivi }: LigneDeTableau): HTMLElement[] {
  if (jeton === undefined || suivi.prochaine?.qui !== 'entreprise') return [];
  if (suivi.prochaine.retardJours === 0) return [];
  return [
    creer(
      'a',
      { class: 'csf-bord__relancer', href: `/suivi/#${jeton}.relancer` },
      'Relancer l’entreprise',
      creer('span', { class: 'fr-sr-only' }, ` pour le dossier ${reference}`),
    ),
  ];
}

function quand(ligne: LigneDeTableau): (Node | string)[] {
  const retard = retardDe(ligne);
  const jour = direJour(ligne.suivi.prochaine?.avantLe);
  if (retard === 0) return [jour];
  return [creer('strong', { class: 'csf-bord__retard' }, direRetard(retard)), petit(jour)];
}

function qui({ suivi }: LigneDeTableau): (Node | string)[] {
  const etat = NOMS_DES_ETATS[suivi.etat];
  if (suivi.prochaine === null) return [etat];
  return [creer('strong', {}, NOMS_DE_QUI[suivi.prochaine.qui]), petit(etat)];
}

/** Une ligne du tableau des dossiers. */
export function ligneDeDossier(ligne: LigneDeTableau, noms: NomsDuTableau): HTMLElement {
  const { reference, parcours, academie, suivi, notifieLe, activeLe } = ligne;
  return creer(
    'tr',
    { role: 'row' },
    creer(
      'th',
      { role: 'rowheader', scope: 'row' },
      titre(ligne),
      petit(direLieuEtDomaine(parcours, noms)),
      petit(`Dossier ${reference}, académie : ${noms.academie(academie)}`),
    ),
    cellule('Qui doit agir', ...qui(ligne), ...actions(ligne)),
    cellule('Avant le', ...quand(ligne)),
    cellule(
      'Dernière action',
      typographier(noms.derniere(ligne)),
      ...(suivi.derniere ? [petit(direIlYA(suivi.derniere.ilYA))] : []),
    ),
    cellule(
      'Mise en relation',
      direJour(activeLe),
      ...(notifieLe ? [petit(`Parcours publié le ${direJour(notifieLe)}`)] : []),
    ),
  );
}

/** « 12 dossiers, dont 3 en retard ». */
export function direLeCompte(lignes: readonly LigneDeTableau[]): string {
  const enRetard = lignes.filter((ligne) => retardDe(ligne) > 0).length;
  return `${compter(lignes.length, 'dossier')}${enRetard > 0 ? `, dont ${enRetard} en retard` : ''}`;
}

/** Éléments d'une liste courte montrés d'emblée. */
const D_EMBLEE = 10;

/** Remplit une liste courte (data-liste) : son nombre, ses éléments, ou ce qu'elle dit quand elle est vide. */
export function remplirListe(racine: ParentNode, nom: string, elements: HTMLElement[]): void {
  const liste = trouver<HTMLElement>(racine, `[data-liste="${nom}"]`);
  trouver(liste, '[data-nombre]').textContent = String(elements.length);
  trouver<HTMLElement>(liste, '[data-aucun]').hidden = elements.length > 0;
  const ul = trouver(liste, 'ul');
  ul.replaceChildren(...elements.slice(0, D_EMBLEE));
  const tout = trouver<HTMLButtonElement>(liste, '[data-tout]');
  tout.hidden = elements.length <= D_EMBLEE;
  tout.textContent = `Montrer les ${elements.length}`;
  tout.onclick = () => {
    ul.replaceChildren(...elements);
    tout.hidden = true;
    elements[D_EMBLEE]?.querySelector<HTMLElement>('a, button')?.focus();
  };
}

/** Un parcours d'une liste courte : son lien, son lieu, et ce qu'il faut en savoir. */
function ligneDeParcours(
  parcours: ParcoursDeTableau,
  noms: NomsDuTableau,
  precision: string,
): HTMLElement {
  return creer(
    'li',
    {},
    creer('a', { href: `/parcours/${parcours.id}/` }, typographier(parcours.intitule)),
    petit(direLieuEtDomaine(parcours, noms)),
    ...(precision ? [petit(precision)] : []),
  );
}

/** Les deux listes de parcours à surveiller : sans jeune, et dont les contacts ne sont pas confirmés. */
export function remplirLesParcours(
  racine: ParentNode,
  { parcoursSansJeune, contactsJamaisConfirmes }: Tableau,
  noms: NomsDuTableau,
  garder: (parcours: { academie: string | null }) => boolean = () => true,
): void {
  const sansJeune = parcoursSansJeune
    .filter(garder)
    .map((un) => ligneDeParcours(un, noms, un.finLe ? `Se termine le ${direJour(un.finLe)}` : ''));
  const contacts = contactsJamaisConfirmes
    .filter(garder)
    .map((un) =>
      ligneDeParcours(un, noms, un.depuisLe ? `Depuis le ${direJour(un.depuisLe)}` : ''),
    );
  remplirListe(racine, 'sans-jeune', sansJeune);
  remplirListe(racine, 'contacts', contacts);
}
