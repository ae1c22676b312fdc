import { ChampLieu } from './champ-lieu.ts';
import { trouver } from '../../ui/dom.ts';

/* Formulaire de lieu d'une page sans liste : choisir une commune mène à la liste des parcours autour. */
const formulaire = trouver<HTMLFormElement>(document, '.csf-chercher');

function partir(lieu: string) {
  const parametres = new URLSearchParams();
  for (const [nom, valeur] of new FormData(formulaire))
    if (typeof valeur === 'string' && nom !== 'lieu') parametres.set(nom, valeur);
  if (lieu) parametres.set('lieu', lieu);
  location.assign(`${formulaire.action}?${parametres.toString()}`);
}

/* Quitter le champ n'emmène pas sur une autre page : c'est le bouton qui le fait. */
const champ = new ChampLieu(trouver(formulaire, '.csf-lieu'), {
  choisir: partir,
  enQuittant: false,
});
formulaire.addEventListener('submit', (evenement) => {
  evenement.preventDefault();
  void champ.valider();
});
