import { libelleDuree } from '../../calibrage/regles/calibrage.ts';
import { direIlYA, enFrancais, heureDite, jourAParis } from '../../socle/dates.ts';
import { heuresDeclarees } from '../regles/etats.ts';
import { MOTS_DES_ETATS } from '../regles/etats-mots.ts';
import { etapesAVenir, quand } from '../regles/page.ts';
import { direCreneau, phraseDuTour, phraseDEvenement } from '../regles/phrases.ts';
import type { Contact } from '../regles/dossier.ts';
import type { EvenementRecu } from '../regles/evenement.ts';
import { NOMS_DES_CONTACTS } from '../regles/mots.ts';
import type { SuiviRecu } from '../regles/recu.ts';
import { typographier } from '../../socle/typographie.ts';
import { creer, trouver } from '../../ui/dom.ts';

/** Écrit un dossier dans la page : à qui de jouer, l'histoire, les personnes, le parcours. */

const texte = (nom: string, contenu: string, attributs: Record<string, string> = {}) =>
  creer(nom, attributs, typographier(contenu));

/** Au-delà, l'histoire se replie : les derniers faits se lisent d'abord. */
const DERNIERS = 6;

const ROLES = { ...NOMS_DES_CONTACTS, tutrice: 'Le tuteur ou la tutrice' };

function dire(racine: ParentNode, quoi: string, phrase: string) {
  trouver(racine, `[data-dit="${quoi}"]`).textContent = typographier(phrase);
}

/* Ce que le titre ne dit pas : l'heure du rendez-vous, par où passe l'accord, ou la dernière relance. */
function aussi({ etat, rendezVous, derniereRelanceManuelle }: SuiviRecu['suivi'], role: string) {
  if (etat === 'reunion-prevue' && role === 'tutrice' && rendezVous)
    return `Rendez-vous le ${direCreneau(rendezVous)}, sur le lieu de l’accueil.`;
  if (etat === 'proposee' && role === 'tutrice')
    return 'Ouvrez le dernier courriel reçu : il contient le lien pour accepter.';
  if (derniereRelanceManuelle !== null && ['acheteur', 'equipe'].includes(role)) {
    const jour = enFrancais(jourAParis(new Date(derniereRelanceManuelle)));
    return `Dernière relance à la main : le ${jour} à ${heureDite(new Date(derniereRelanceManuelle))}.`;
  }
  return '';
}

/** À qui de jouer, avant quand, et la dernière action. */
export function rendreMaintenant(racine: HTMLElement, recu: SuiviRecu) {
  const { suivi, role, maintenant } = recu;
  const jour = jourAParis(new Date(maintenant));
  const { prochaine, derniere } = suivi;
  const bloc = trouver<HTMLElement>(racine, '[data-maintenant]');
  bloc.classList.toggle('csf-maintenant--moi', prochaine?.qui === role);
  bloc.classList.toggle('csf-maintenant--retard', (prochaine?.retardJours ?? 0) > 0);
  dire(bloc, 'titre', phraseDuTour(suivi, role));
  dire(bloc, 'avant', (prochaine && quand(prochaine, jour)) ?? '');
  dire(bloc, 'aussi', aussi(suivi, role));
  const precision = recu.evenements.find(({ id }) => id === derniere?.evenement.id)?.precision;
  const dit = precision ? ` « ${precision} »` : '';
  dire(
    bloc,
    'derniere',
    derniere === null
      ? ''
      : `Dernière action, ${direIlYA(derniere.ilYA)} : ${phraseDEvenement(derniere.evenement)}.${dit}`,
  );
}

function fait(evenement: EvenementRecu): HTMLElement {
  const { le, auteur, precision } = evenement;
  const jour = jourAParis(new Date(le));
  const date = creer(
    'time',
    { datetime: le },
    typographier(`${enFrancais(jour)}, ${heureDite(new Date(le))}`),
  );
  return creer(
    'li',
    { class: `csf-chronologie__fait csf-de-${auteur}` },
    creer('span', { class: 'csf-chronologie__date' }, date),
    texte('span', `${phraseDEvenement(evenement)}.`),
    ...(precision ? [texte('blockquote', precision)] : []),
  );
}

/** Ce qui s'est passé, aujourd'hui, ce qui vient. */
export function rendreChronologie(racine: HTMLElement, recu: SuiviRecu, role: SuiviRecu['role']) {
  const { evenements, suivi, maintenant, dossier } = recu;
  const liste = trouver<HTMLElement>(racine, '[data-chronologie]');
  const faits = evenements.map(fait);
  const anciens = faits.length > DERNIERS + 2 ? faits.slice(0, -DERNIERS) : [];
  for (const ancien of anciens) ancien.classList.add('csf-ancien');
  const jour = jourAParis(new Date(maintenant));
  const present = creer(
    'li',
    { class: 'csf-chronologie__present', 'aria-current': 'step' },
    creer('span', { class: 'csf-chronologie__date' }, `Aujourd’hui, ${enFrancais(jour)}`),
    texte('strong', phraseDuTour(suivi, role)),
  );
  const aVenir = etapesAVenir(suivi, dossier.heures).map(({ quoi, quand: date }) =>
    creer(
      'li',
      { class: 'csf-chronologie__suite' },
      creer('span', { class: 'csf-chronologie__date' }, date ?? 'Ensuite'),
      texte('span', quoi),
    ),
  );
  liste.replaceChildren(...faits, present, ...aVenir);
  const bouton = trouver<HTMLElement>(racine, '[data-tout]');
  bouton.hidden = anciens.length === 0 || liste.classList.contains('csf-chronologie--entiere');
  bouton.textContent = `Voir les ${anciens.length} faits plus anciens`;
}

const appel = (telephone: string) =>
  creer('a', { href: `tel:${telephone.replace(/\s/g, '')}` }, typographier(telephone));

/** Un contact, ou la tutrice. */
type Personne = Omit<Contact, 'role'> & { role: keyof typeof ROLES };

function personne({ role, nom, courriel, telephone }: Personne): HTMLElement {
  const adresse = creer('a', { href: `mailto:${courriel}` }, courriel);
  return creer(
    'div',
    {},
    texte('dt', ROLES[role]),
    creer(
      'dd',
      {},
      creer('strong', {}, nom ?? courriel),
      ...(telephone ? [creer('span', {}, appel(telephone))] : []),
      creer('span', {}, adresse),
    ),
  );
}

/** Les personnes que ce rôle peut joindre, sauf lui-même. */
export function rendrePersonnes(racine: HTMLElement, { dossier, roleDuLien, role }: SuiviRecu) {
  const tutrice: Personne[] = role === 'tutrice' ? [] : [{ role: 'tutrice', ...dossier.demandeur }];
  const autres = dossier.contacts.filter((contact) => contact.role !== roleDuLien);
  const personnes = [...tutrice, ...autres];
  trouver(racine, '[data-personnes]').replaceChildren(...personnes.map(personne));
  trouver<HTMLElement>(racine, '[data-sans-contact]').hidden =
    role !== 'tutrice' || autres.some(({ role: sien }) => sien.startsWith('entreprise'));
}

/** Le parcours, et le mot de la tutrice. */
export function rendreParcours(racine: HTMLElement, { dossier, suivi }: SuiviRecu) {
  const { parcours, heures, debutLe, demandeur, reference } = dossier;
  const faites = heuresDeclarees(suivi);
  const lien = creer('a', { href: `/parcours/${parcours.id}/` }, typographier(parcours.intitule));
  const lignes: [string, string | Node][] = [
    ['Parcours', lien],
    ['Prévu pour ce jeune', libelleDuree(heures)],
    ...(faites > 0 ? [['Heures déclarées', `${faites} h`] as [string, string]] : []),
    ['Début souhaité', enFrancais(debutLe)],
    ['Établissement', demandeur.etablissement],
    ['Référence du dossier', reference],
  ];
  trouver(racine, '[data-parcours]').replaceChildren(
    ...lignes.flatMap(([terme, valeur]) => [
      texte('dt', terme),
      creer('dd', {}, typeof valeur === 'string' ? typographier(valeur) : valeur),
    ]),
  );
  trouver(racine, '[data-mot]').textContent = typographier(demandeur.message);
  document.querySelector('h1')?.replaceChildren(typographier(parcours.intitule));
}

/** La page qui aide ce rôle à ce moment, et l'export pour qui doit prouver l'exécution. */
export function rendreAide(racine: HTMLElement, { role, suivi }: SuiviRecu) {
  const etape = MOTS_DES_ETATS[suivi.etat].etape ?? 'bilan';
  const voulue = role === 'entreprise' ? `entreprise:${etape}` : role;
  const aides = [...racine.querySelectorAll<HTMLElement>('[data-aide]')];
  for (const aide of aides) aide.hidden = aide.dataset.aide !== voulue;
  trouver<HTMLElement>(racine, '[data-aides]').hidden = aides.every(({ hidden }) => hidden);
  trouver<HTMLElement>(racine, '[data-export]').hidden = !['acheteur', 'equipe'].includes(role);
}
