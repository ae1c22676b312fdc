import { TONS_DISPONIBILITE } from '../regles/carte.ts';
import { libelleDuree } from '../../calibrage/regles/calibrage.ts';
import { enFrancais } from '../../socle/dates.ts';
import { LIBELLES_DISPONIBILITE } from '../regles/disponibilite.ts';
import { faitsDuParcours, type Fait } from '../regles/faits.ts';
import type { Parcours } from '../regles/parcours.ts';
import type { LieuDeduit } from '../../lieux/regles/territoire.ts';
import { typographier } from '../../socle/typographie.ts';
import { creer } from '../../ui/dom.ts';

const texte = (nom: string, contenu: string, attributs: Record<string, string> = {}) =>
  creer(nom, attributs, typographier(contenu));

const date = (jour: string) => texte('time', enFrancais(jour), { datetime: jour });

function ligne({ terme, fort, texte: suite = '', jour, precisions = [] }: Fait): HTMLElement[] {
  const definition = creer('dd');
  if (fort) definition.append(texte('strong', fort));
  definition.append(typographier(suite));
  if (jour) definition.append(date(jour));
  for (const { phrase, jour: leJour, academie = '' } of precisions)
    definition.append(
      creer('small', {}, typographier(`${phrase} ${academie}`), ...(leJour ? [date(leJour)] : [])),
    );
  return [texte('dt', terme), definition];
}

function liste(titre: string, phrases: readonly string[], classe: string): HTMLElement[] {
  if (phrases.length === 0) return [];
  const lignes = phrases.map((phrase) => texte('li', phrase));
  return [texte('h5', titre), creer('ul', { class: classe }, ...lignes)];
}

/** La page publique d'un parcours déclaré, avec les mêmes mots et les mêmes règles que la page publiée. */
export function apercu(parcours: Parcours, lieu: LieuDeduit, nomDomaine: string): HTMLElement {
  const { disponibilite, intitule, heures } = parcours;
  // La référence et la date de publication viennent avec la validation.
  const faits = faitsDuParcours({ ...parcours, publieLe: null }, lieu).filter(
    ({ terme }) => terme !== 'Référence',
  );
  const etiquette = creer(
    'span',
    { class: `fr-badge fr-badge--no-icon ${TONS_DISPONIBILITE[disponibilite]}` },
    LIBELLES_DISPONIBILITE[disponibilite],
  );
  return creer(
    'div',
    { class: 'csf-apercu' },
    creer('p', { class: 'csf-carte__haut' }, etiquette, texte('span', nomDomaine)),
    texte('h4', intitule),
    creer(
      'p',
      { class: 'csf-resume' },
      texte('strong', libelleDuree(heures)),
      `, ${lieu.commune} (${lieu.departement.code})`,
    ),
    ...liste('Ce que le jeune fera', parcours.taches, 'csf-taches'),
    ...liste('Conditions d’accueil', parcours.conditions, ''),
    creer('dl', { class: 'csf-faits' }, ...faits.flatMap(ligne)),
  );
}
