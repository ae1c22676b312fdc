import {
  compter,
  direJour,
  direLieuEtDomaine,
  direRetard,
  type NomsDuTableau,
} from '../regles/mots.ts';
import { MOTS_DES_ETATS } from '../../suivi/regles/etats-mots.ts';
import { NOMS_DE_QUI } from '../../suivi/regles/mots.ts';
import { estARelancer, retardDe, type Lecteur, type LigneDeTableau } from '../regles/tableau.ts';
import { direIlYA } from '../../socle/dates.ts';
import { typographier } from '../../socle/typographie.ts';
import { creer } from '../../ui/dom.ts';

function cellule(libelle: string, ...contenus: (Node | string)[]): HTMLElement {
  return creer('td', { 'data-libelle': libelle }, ...contenus);
}

const petit = (texte: string) => creer('small', {}, typographier(texte));

function titre(ligne: LigneDeTableau): Node | string {
  const { jeton, parcours } = ligne;
  const intitule = typographier(parcours.intitule);
  return jeton === undefined ? intitule : creer('a', { href: `/suivi/#${jeton}` }, intitule);
}

/* Relancer tient en un clic quand l'entreprise est en retard ; la page du dossier demande confirmation. */
function actions(ligne: LigneDeTableau, lecteur: Lecteur): HTMLElement[] {
  const { jeton = '', reference, suivi } = ligne;
  const relancee = suivi.derniereRelanceManuelle;
  return [
    ...(relancee === null ? [] : [petit(`Relance à la main : ${direJour(relancee)}`)]),
    ...(estARelancer(ligne, lecteur)
      ? [
          creer(
            'a',
            { class: 'csf-bord__relancer', href: `/suivi/#${jeton}.relancer` },
            'Relancer l’entreprise',
            creer('span', { class: 'fr-sr-only' }, ` pour le dossier ${reference}`),
          ),
        ]
      : []),
  ];
}

function quand(ligne: LigneDeTableau): (Node | string)[] {
  const retard = retardDe(ligne);
  const { prochaine } = ligne.suivi;
  if (prochaine?.avantLe === null) return ['Pas de date limite'];
  const jour = direJour(prochaine?.avantLe);
  if (retard === 0) return [jour];
  return [creer('strong', { class: 'csf-bord__retard' }, direRetard(retard)), petit(jour)];
}

function qui({ suivi }: LigneDeTableau): (Node | string)[] {
  const etat = MOTS_DES_ETATS[suivi.etat].nom;
  const nom = suivi.prochaine ? NOMS_DE_QUI[suivi.prochaine.qui] : 'Personne';
  return [creer('strong', {}, nom), petit(etat)];
}

/** Une ligne du tableau des dossiers. */
export function ligneDeDossier(
  ligne: LigneDeTableau,
  noms: NomsDuTableau,
  lecteur: Lecteur,
): HTMLElement {
  const { reference, parcours, academie, suivi, notifieLe, activeLe } = ligne;
  return creer(
    'tr',
    {},
    creer(
      'th',
      { scope: 'row' },
      titre(ligne),
      petit(direLieuEtDomaine(parcours, noms)),
      petit(`Dossier ${reference}, académie : ${noms.academie(academie)}`),
    ),
    cellule('Qui doit agir', ...qui(ligne), ...actions(ligne, lecteur)),
    cellule('Avant le', ...quand(ligne)),
    cellule(
      'Dernière action',
      typographier(noms.derniere(ligne)),
      ...(suivi.derniere ? [petit(direIlYA(suivi.derniere.ilYA))] : []),
    ),
    cellule(
      'Mise en relation',
      direJour(activeLe),
      ...(notifieLe ? [petit(`Marché notifié le ${direJour(notifieLe)}`)] : []),
    ),
  );
}

/** « 12 dossiers, dont 3 en retard ». */
export function direLeCompte(lignes: readonly LigneDeTableau[]): string {
  const enRetard = lignes.filter((ligne) => retardDe(ligne) > 0).length;
  return `${compter(lignes.length, 'dossier')}${enRetard > 0 ? `, dont ${enRetard} en retard` : ''}`;
}
