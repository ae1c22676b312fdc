import { enFrancais } from '../../socle/dates.ts';
import {
  csvDeLaPreuve,
  preuveDExecution,
  semaineDite,
  type Preuve,
  type ReperesDePreuve,
} from '../regles/preuve-execution.ts';
import type { SuiviRecu } from '../regles/recu.ts';
import { typographier } from '../../socle/typographie.ts';
import { lireJson } from '../../site/appels.ts';
import { lieuDuCode } from '../../lieux/appels/territoires.ts';
import { creer, trouver } from '../../ui/dom.ts';

const ECHEC = 'Le dossier n’a pas pu être préparé. Réessayez.';

async function preuveDe(recu: SuiviRecu): Promise<Preuve> {
  const { documents, domaines } = await lireJson<ReperesDePreuve>('/suivi/preuve.json');
  const { commune, domaine } = recu.dossier.parcours;
  // Une commune illisible n'empêche pas de tirer le dossier : son code suffit à la retrouver.
  const lieu = await lieuDuCode(commune).catch(() => null);
  return preuveDExecution(
    recu,
    {
      commune: lieu ? `${lieu.commune} (${lieu.departement.code})` : `code ${commune}`,
      domaine: domaines[domaine] ?? domaine,
    },
    documents,
  );
}

/* La première case nomme la rangée. */
const rangee = ([nom = '', ...cases]: readonly string[]) =>
  creer(
    'tr',
    {},
    creer('th', { scope: 'row' }, typographier(nom)),
    ...cases.map((texte) => creer('td', {}, typographier(texte))),
  );

function remplir(feuille: HTMLElement, preuve: Preuve): void {
  const { faits, etapes, semaines, documents } = preuve;
  const poser = (quoi: string, ...contenus: (Node | string)[]) =>
    trouver(feuille, `[data-preuve-${quoi}]`).replaceChildren(...contenus);
  const etabli = `Dossier ${preuve.reference}, établi le ${enFrancais(preuve.etabliLe)}`;
  poser('entete', typographier(`${etabli}. ${preuve.avertissement}`));
  // Le bas de chaque page (suivi-papier.css) : sa règle ne lit que la racine du document.
  document.documentElement.style.setProperty('--csf-pied', JSON.stringify(typographier(etabli)));
  poser(
    'faits',
    ...faits.flatMap(({ terme, valeur }) => [
      creer('dt', {}, typographier(terme)),
      creer('dd', {}, typographier(valeur)),
    ]),
  );
  poser('etapes', ...etapes.map(({ le, quoi, qui }) => rangee([enFrancais(le), quoi, qui])));
  poser(
    'semaines',
    ...semaines.map(({ lundi, heures }) =>
      rangee([`Semaine ${semaineDite(lundi)}`, `${heures} h`]),
    ),
  );
  trouver<HTMLElement>(feuille, '[data-preuve-sans-heures]').hidden = semaines.length > 0;
  poser('total', typographier(`${preuve.total} h`));
  poser('documents', ...documents.map(({ titre, remplitPar }) => rangee([titre, remplitPar])));
}

/* Le papier ne porte que cette feuille, et le fichier son titre, le temps de l'impression. */
function imprimer(modele: HTMLTemplateElement, preuve: Preuve): void {
  const feuille = trouver<HTMLElement>(modele.content, '.csf-preuve').cloneNode(
    true,
  ) as HTMLElement;
  remplir(feuille, preuve);
  const titre = document.title;
  modele.after(feuille);
  document.title = typographier(preuve.titre);
  const ranger = () => {
    feuille.remove();
    document.title = titre;
  };
  addEventListener('afterprint', ranger, { once: true });
  print();
}

function enregistrer(preuve: Preuve): void {
  const fichier = new Blob([csvDeLaPreuve(preuve)], { type: 'text/csv;charset=utf-8' });
  const adresse = URL.createObjectURL(fichier);
  creer('a', { href: adresse, download: `execution-${preuve.reference}.csv` }).click();
  setTimeout(() => URL.revokeObjectURL(adresse), 60_000);
}

/** Prépare le dossier d'exécution dans le navigateur, et l'imprime ou l'enregistre ; rien ne repart au service. */
export async function tirer(recu: SuiviRecu, format: string, racine: HTMLElement): Promise<void> {
  const etat = trouver(racine, '[data-etat-export]');
  etat.textContent = 'Préparation du dossier…';
  try {
    const preuve = await preuveDe(recu);
    if (format === 'csv') enregistrer(preuve);
    else imprimer(trouver(racine, '[data-preuve]'), preuve);
    etat.textContent = format === 'csv' ? typographier('Fichier CSV prêt.') : '';
  } catch {
    etat.textContent = typographier(ECHEC);
  }
}
