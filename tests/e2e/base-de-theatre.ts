import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Statistique } from '../../src/chiffres/regles/statistiques.ts';
import type { Parcours } from '../../src/parcours/regles/parcours.ts';
import { SERVICE } from './navigateur.ts';
import { PARCOURS, parcoursEnEtat } from './pages.ts';

/** Le parcours qui a reçu assez de demandes pour qu'on dise son délai, et un autre, qui n'en a pas reçu assez. */
export const OFFRE = parcoursEnEtat('disponible');
export const AUTRE = PARCOURS.find(({ id }) => id !== OFFRE.id) ?? OFFRE;

const uneStatistique = (champs: Partial<Statistique>): Statistique => ({
  groupe: 'ensemble',
  cle: '',
  mesure: 'reponse',
  effectif: 40,
  mediane: 9,
  repartition: { '0-3': 10, '4-7': 5, '8-14': 15, '15+': 10 },
  ...champs,
});

const STATISTIQUES = [
  uneStatistique({}),
  uneStatistique({
    mesure: 'accueil',
    effectif: 20,
    mediane: 26.5,
    repartition: { '0-14': 5, '15-30': 8, '31+': 7 },
  }),
  uneStatistique({
    mesure: 'reponse-a-temps',
    effectif: 50,
    mediane: null,
    repartition: { 'a-temps': 30, 'en-retard': 20 },
  }),
  uneStatistique({
    mesure: 'avec-un-jeune',
    effectif: 80,
    mediane: null,
    repartition: { avec: 33, sans: 47 },
  }),
  uneStatistique({ groupe: 'academie', cle: 'lyon', effectif: 12, repartition: { '0+': 12 } }),
  uneStatistique({ groupe: 'mois', cle: '2026-10', effectif: 9, repartition: { '0+': 9 } }),
  uneStatistique({ groupe: 'parcours', cle: OFFRE.id, effectif: 6, repartition: { '0+': 6 } }),
];

const enLigne = ({
  horairesAmenages: horaires_amenages,
  gratificationPrevue: gratification_prevue,
  publieLe: publie_le,
  finLe: fin_le,
  finReconductionLe: fin_reconduction_le,
  ...reste
}: Parcours) => ({
  ...reste,
  horaires_amenages,
  gratification_prevue,
  publie_le,
  fin_le,
  fin_reconduction_le,
});

/**
 * Une base de théâtre, le temps d'une construction : le catalogue publié, et les statistiques ci-dessus.
 * @returns les variables de la construction. La base y a l'adresse ordinaire du service, celle que les pages
 * appellent ; un mandataire mène à celle-ci, dont le port est libre.
 */
export async function ouvrirLaBase(): Promise<{
  env: Record<string, string>;
  fermer: () => void;
}> {
  const catalogue = PARCOURS.map(enLigne).sort((a, b) => (a.id < b.id ? -1 : 1));
  const base = createServer((requete, reponse) => {
    const { pathname, searchParams } = new URL(requete.url ?? '', SERVICE);
    const lignes = pathname.endsWith('/statistiques') ? STATISTIQUES : catalogue;
    const debut = Number(searchParams.get('offset') ?? 0);
    const page = lignes.slice(debut, debut + Number(searchParams.get('limit')));
    const plage = page.length > 0 ? `${debut}-${debut + page.length - 1}` : '*';
    reponse.writeHead(206, {
      'Content-Type': 'application/json',
      'Content-Range': `${plage}/${lignes.length}`,
    });
    reponse.end(JSON.stringify(page));
  });
  base.on('connect', (_requete, prise) => {
    prise.write('HTTP/1.1 200 OK\r\n\r\n');
    base.emit('connection', prise);
  });
  base.listen(0, '127.0.0.1');
  await once(base, 'listening');
  return {
    env: {
      SUPABASE_URL: SERVICE,
      SUPABASE_ANON_KEY: 'publique',
      NODE_USE_ENV_PROXY: '1',
      HTTP_PROXY: `http://127.0.0.1:${(base.address() as AddressInfo).port}`,
      NO_PROXY: '',
    },
    fermer: () => {
      base.closeAllConnections();
      base.close();
    },
  };
}
