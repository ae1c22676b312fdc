import { enFrancais, jourAParis } from '../../socle/dates.ts';
import { distanceKm, libelleDistance } from '../../socle/distance.ts';
import { projeter } from '../../frise/regles/projection.ts';
import { resoudreLieu } from '../../lieux/appels/lieux.ts';
import { deLieu } from '../../socle/texte.ts';
import { trouver } from '../../ui/dom.ts';

/** Dates de « et ensuite » au jour de la visite : la page a pu être publiée hier. */
class EtEnsuite extends HTMLElement {
  connectedCallback() {
    const { reponse, accueil, heures, fin } = this.dataset;
    const jour = jourAParis(new Date());
    const projection = projeter({ reponse: Number(reponse), accueil: Number(accueil) }, jour, {
      heures: heures ? Number(heures) : null,
      fin: fin ?? null,
    });
    this.#dater('jour', jour);
    this.#dater('reponse', projection.reponseLe);
    this.#dater('accueil', projection.accueilLe);
    for (const alerte of this.querySelectorAll<HTMLElement>('[data-alerte]'))
      alerte.hidden = alerte.dataset.alerte !== projection.alerte;
  }

  #dater(nom: string, jour: string) {
    const time = trouver<HTMLTimeElement>(this, `[data-date=${nom}]`);
    time.dateTime = jour;
    time.textContent = enFrancais(jour, { jourDeSemaine: true });
  }
}

async function direDistance(fiche: HTMLElement) {
  const demande = new URLSearchParams(location.search).get('lieu');
  const { latitude, longitude, approximative } = fiche.dataset;
  if (!demande || !latitude || !longitude) return;
  const lieu = await resoudreLieu(demande);
  if (!lieu) return;
  const km = distanceKm(lieu, { latitude: Number(latitude), longitude: Number(longitude) });
  const distance = trouver<HTMLElement>(fiche, '#distance');
  distance.textContent = `À ${libelleDistance(km, approximative === 'oui')} ${deLieu(lieu.nom)}`;
  distance.hidden = false;
}

function brancherActions(fiche: HTMLElement) {
  const copier = trouver<HTMLButtonElement>(fiche, '#copier');
  const imprimer = trouver<HTMLButtonElement>(fiche, '#imprimer');
  const message = trouver<HTMLElement>(fiche, '#copie');
  copier.hidden = false;
  imprimer.hidden = false;
  imprimer.addEventListener('click', () => {
    print();
  });
  copier.addEventListener('click', () => {
    const adresse = location.origin + location.pathname;
    navigator.clipboard.writeText(adresse).then(
      () => (message.textContent = 'Lien copié.'),
      () => (message.textContent = `Copie impossible. Le lien est : ${adresse}`),
    );
  });
}

customElements.define('csf-ensuite', EtEnsuite);
const fiche = trouver<HTMLElement>(document, '.csf-fiche');
brancherActions(fiche);
/* Sans réseau, la distance ne se dit pas : le reste de la page suffit. */
direDistance(fiche).catch(() => undefined);

async function direEtatDuMoment() {
  const { parcours = '', fonctions = '' } = fiche.dataset;
  const { direEtat } = await import('./fiche-etat.ts');
  await direEtat(fiche, fonctions, parcours);
}

/* L'état du moment attend que la page soit lue ; elle vit sans, et se tait quand le service est en panne. */
function quandLaPageSeRepose(faire: () => void) {
  if (document.hidden)
    document.addEventListener('visibilitychange', () => quandLaPageSeRepose(faire), { once: true });
  else if ('requestIdleCallback' in globalThis) requestIdleCallback(faire);
  else setTimeout(faire, 500);
}
quandLaPageSeRepose(() => void direEtatDuMoment().catch(() => undefined));
