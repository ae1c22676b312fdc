import { creer, trouver } from '../../ui/dom.ts';

/* Ce que la page lit d'un résultat de Pagefind. */
type Passage = {
  url: string;
  title: string;
  excerpt: string;
  weighted_locations: { balanced_score: number }[];
};
type Document = {
  url: string;
  excerpt: string;
  meta: { title?: string; resume?: string };
  sub_results?: Passage[];
};
type Reponse = { results: { id: string; data: () => Promise<Document> }[] };
type Options = { filters: Record<string, string> };
type Pagefind = { search: (mots: string | null, options: Options) => Promise<Reponse> };

const PAR_PAGE = 10;

const formulaire = trouver<HTMLFormElement>(document, '#recherche');
const nombre = trouver<HTMLElement>(document, '#nombre');
const liste = trouver<HTMLElement>(document, '#resultats');
const suite = trouver<HTMLButtonElement>(document, '#suite');
const modele = trouver<HTMLTemplateElement>(document, '#modele-resultat');

let moteur: Promise<Pagefind> | undefined;
let reste: Reponse['results'] = [];
let tour = 0;

function charger(): Promise<Pagefind> {
  const chemin = '/pagefind/pagefind.js';
  moteur ??= import(/* @vite-ignore */ chemin) as Promise<Pagefind>;
  moteur.catch(() => (moteur = undefined));
  return moteur;
}

/* L'extrait de Pagefind est du texte où seuls les mots trouvés sont entre <mark>. */
function surligner(extrait: string): Node[] {
  const texte = new DOMParser().parseFromString(extrait, 'text/html').body;
  return [...texte.childNodes].map((noeud) => {
    if (noeud.nodeName !== 'MARK') return document.createTextNode(noeud.textContent ?? '');
    const marque = document.createElement('mark');
    marque.textContent = noeud.textContent;
    return marque;
  });
}

const PAGE_DES_QUESTIONS = '/questions/';
const AUTRES_QUESTIONS = 2;

/* Une page de questions est longue : on mène à celles qui répondent, la plus proche de la recherche d'abord. */
function questionsTrouvees({ url, sub_results: passages = [] }: Document): Passage[] {
  if (url !== PAGE_DES_QUESTIONS) return [];
  const score = (passage: Passage) =>
    passage.weighted_locations.reduce((total, lieu) => total + lieu.balanced_score, 0);
  return passages
    .filter((passage) => passage.url.startsWith(`${PAGE_DES_QUESTIONS}#q-`))
    .sort((a, b) => score(b) - score(a));
}

function voirAussi(questions: Passage[]): HTMLElement {
  const liens = questions.map(({ url, title }) =>
    creer('li', {}, creer('a', { href: url }, title)),
  );
  return creer('ul', {}, ...liens);
}

async function montrerSuite(monTour: number) {
  const documents = await Promise.all(reste.slice(0, PAR_PAGE).map((resultat) => resultat.data()));
  if (monTour !== tour) return;
  reste = reste.slice(PAR_PAGE);
  for (const trouve of documents) {
    const { meta } = trouve;
    const [question, ...autres] = questionsTrouvees(trouve);
    const { url, excerpt } = question ?? trouve;
    const copie = modele.content.cloneNode(true) as DocumentFragment;
    const lien = trouver<HTMLAnchorElement>(copie, 'a');
    lien.href = url;
    lien.textContent = question?.title ?? meta.title ?? url;
    const resume = creer('strong', {}, meta.resume ? `${meta.resume.trim()}. ` : '');
    trouver(copie, 'p').replaceChildren(resume, ...surligner(excerpt));
    if (autres.length > 0)
      trouver(copie, 'li').append(voirAussi(autres.slice(0, AUTRES_QUESTIONS)));
    liste.append(copie);
  }
  suite.hidden = reste.length === 0;
}

async function rechercher() {
  const champs = new FormData(formulaire);
  const texte = (nom: string) => ((champs.get(nom) as string | null) ?? '').trim();
  const mots = texte('q');
  const filters: Record<string, string> = {};
  for (const critere of ['domaine', 'academie'])
    if (texte(critere)) filters[critere] = texte(critere);
  const monTour = ++tour;
  liste.replaceChildren();
  suite.hidden = true;
  if (!mots && Object.keys(filters).length === 0) {
    nombre.textContent = 'Tapez un mot, par exemple « réception » ou « réseau ».';
    return;
  }
  try {
    const reponse = await (await charger()).search(mots || null, { filters });
    if (monTour !== tour) return;
    reste = reponse.results;
    nombre.textContent = reste.length
      ? `${reste.length} résultat${reste.length > 1 ? 's' : ''}`
      : `Aucun résultat${mots ? ` pour « ${mots} »` : ''}. Essayez un mot plus court, ou un autre domaine.`;
    await montrerSuite(monTour);
  } catch {
    nombre.textContent =
      'La recherche n’a pas pu se charger. Réessayez, ou passez par les domaines.';
  }
}

function lireAdresse() {
  const parametres = new URLSearchParams(location.search);
  for (const nom of ['q', 'domaine', 'academie']) {
    const champ = formulaire.elements.namedItem(nom);
    if (champ instanceof HTMLInputElement || champ instanceof HTMLSelectElement)
      champ.value = parametres.get(nom) ?? '';
  }
  if (parametres.size) void rechercher();
}

formulaire.addEventListener('submit', (evenement) => {
  evenement.preventDefault();
  const parametres = new URLSearchParams();
  for (const [nom, valeur] of new FormData(formulaire))
    if (typeof valeur === 'string' && valeur) parametres.set(nom, valeur);
  history.pushState(null, '', parametres.size ? `?${parametres.toString()}` : location.pathname);
  void rechercher();
});
suite.addEventListener('click', () => void montrerSuite(tour));
addEventListener('popstate', lireAdresse);
lireAdresse();
