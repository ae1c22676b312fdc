import { Feed } from 'feed';
import { libelleDuree } from '../../calibrage/regles/calibrage.ts';
import { COURRIEL_EQUIPE } from '../../site/regles/courriel-equipe.ts';
import type { Fiche } from '../../parcours/contenu/parcours.ts';

const ENTREES_AU_PLUS = 50;

/* Sans date de publication, une entrée prend celle-ci : un flux Atom exige une date, et elle doit rester stable. */
const DATE_INCONNUE = '2020-01-01';

type Description = { titre: string; chemin: string; page: string; site: URL };

/** Flux Atom des parcours les plus récents d'un domaine ou d'une académie. */
export function fluxAtom(fiches: Fiche[], { titre, chemin, page, site }: Description): Response {
  const recents = [...fiches]
    .sort((a, b) => (b.publieLe ?? '').localeCompare(a.publieLe ?? ''))
    .slice(0, ENTREES_AU_PLUS);
  const feed = new Feed({
    id: new URL(chemin, site).href,
    title: `Parcours ouverts : ${titre}`,
    link: new URL(page, site).href,
    feedLinks: { atom: new URL(chemin, site).href },
    updated: new Date(recents[0]?.publieLe ?? DATE_INCONNUE),
    author: { name: 'Équipe de la clause sociale de formation', email: COURRIEL_EQUIPE },
    language: 'fr',
    copyright: 'Données ouvertes, voir /donnees/',
  });
  for (const fiche of recents) {
    const adresse = new URL(`/parcours/${fiche.id}/`, site).href;
    const { commune, departement } = fiche.lieu;
    feed.addItem({
      id: adresse,
      link: adresse,
      title: `${fiche.intitule}, ${commune} (${departement.code})`,
      description: `${fiche.nomDomaine}, ${libelleDuree(fiche.heures)}`,
      date: new Date(fiche.publieLe ?? DATE_INCONNUE),
    });
  }
  return new Response(feed.atom1(), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  });
}
