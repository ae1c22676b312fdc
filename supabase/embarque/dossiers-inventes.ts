import { randomUUID } from 'node:crypto';
import type { Demande } from '../../src/demande/regles/demande.ts';
import { ajouterJours, jourAParis } from '../../src/socle/dates.ts';
import type { EvenementAEcrire } from '../../src/suivi/regles/actions-evenements.ts';
import { ROLE_DU_LIEN } from '../../src/suivi/regles/mots.ts';
import { preparerLiens } from '../functions/_shared/jetons.ts';
import { tirerReference } from '../functions/_shared/references.ts';
import { appelerFonction } from './acces.ts';
import type { Base } from './base.ts';

/** Les personnes qui ont droit à un tableau, dans une base neuve. */
const MEMBRES = [
  { p_courriel: 'equipe@csf.example', p_genre: 'equipe', p_academie: null },
  { p_courriel: 'coordination@csf.example', p_genre: 'coordination', p_academie: 'versailles' },
];

type Role = 'tutrice' | 'entreprise-1' | 'acheteur';
type Etape = EvenementAEcrire & {
  /** Jours passés depuis le jour J. */
  j: number;
  role: Role;
  fin?: { clore: string; heures: number };
};
type Histoire = {
  /** Jours écoulés depuis le jour J : le dossier commence à cette date passée. */
  age: number;
  academie: string;
  etapes: (jour: (j: number) => string) => Etape[];
};

const ouvert: Etape = {
  j: 1,
  role: 'entreprise-1',
  genre: 'ouvert',
  donnees: { role: 'entreprise-1' },
};
/** Ce jour-là, ou le lundi qui suit une fin de semaine. */
function ouvre(jour: string): string {
  const rang = new Date(jour).getUTCDay();
  return ajouterJours(jour, rang === 6 ? 2 : Number(rang === 0));
}
const creneau = (jour: string) => ({ debut: `${ouvre(jour)}T10:00`, minutes: 60 });

const jusquALaConvention = (jour: (j: number) => string): Etape[] => [
  ouvert,
  {
    j: 4,
    role: 'entreprise-1',
    genre: 'creneaux-proposes',
    donnees: { creneaux: [creneau(jour(8))] },
  },
  { j: 5, role: 'tutrice', genre: 'creneau-choisi', donnees: creneau(jour(8)) },
  { j: 10, role: 'tutrice', genre: 'reunion-tenue', donnees: { le: ouvre(jour(8)) } },
];

function jusquAuxHeures(jour: (j: number) => string, semaines: number): Etape[] {
  // Le premier lundi à partir du vingtième jour.
  const debut = 20 + ((8 - new Date(jour(20)).getUTCDay()) % 7);
  return [
    ...jusquALaConvention(jour),
    { j: 12, role: 'tutrice', genre: 'convention-signee', donnees: { le: jour(12) } },
    { j: debut, role: 'entreprise-1', genre: 'accueil-commence', donnees: { le: jour(debut) } },
    ...Array.from({ length: semaines }, (_, rang) => ({
      j: debut + 7 * rang + 4,
      role: 'entreprise-1' as const,
      genre: 'heures-declarees' as const,
      donnees: { lundi: jour(debut + 7 * rang), heures: 35 },
    })),
  ];
}

/** Où les entreprises inventées reçoivent. */
const LIEU = {
  adresse: '4 rue des Essais, bâtiment C, 92000 Nanterre',
  demander: 'Sacha Modèle, à l’accueil',
  telephone: '01 99 00 00 04',
  apporter: 'Des chaussures fermées',
};

/** Un dossier dans chacun des états qu'on veut pouvoir regarder. */
const HISTOIRES: readonly Histoire[] = [
  { age: 18, academie: 'versailles', etapes: () => [ouvert] },
  {
    age: 7,
    academie: 'versailles',
    etapes: (jour) => [
      ouvert,
      {
        j: 5,
        role: 'entreprise-1',
        genre: 'creneaux-proposes',
        donnees: { creneaux: [creneau(jour(10)), creneau(jour(12))] },
      },
    ],
  },
  { age: 11, academie: 'reims', etapes: jusquALaConvention },
  { age: 56, academie: 'versailles', etapes: (jour) => jusquAuxHeures(jour, 4) },
  {
    age: 9,
    academie: 'creteil',
    etapes: () => [
      ouvert,
      { j: 6, role: 'entreprise-1', genre: 'refus', donnees: { motif: 'encadrement' } },
    ],
  },
  {
    age: 70,
    academie: 'nice',
    etapes: (jour) => [
      ...jusquAuxHeures(jour, 4),
      {
        j: 60,
        role: 'entreprise-1',
        genre: 'accueil-termine',
        donnees: { heures: 140, le: jour(60) },
        fin: { clore: 'terminee', heures: 140 },
      },
    ],
  },
];

/** Des personnes inventées, d'un domaine reconnu : rien n'est à vérifier ni à compter. */
const SANS_LIMITE = {
  parPersonne: 1_000,
  parParcours: 1_000,
  parEtablissement: 1_000,
  enAttente: 1_000,
};

async function appeler(base: Base, nom: string, parametres: Record<string, unknown>) {
  const { statut, json } = await appelerFonction(base, 'service_role', nom, parametres);
  if (statut !== 200) throw new Error(`${nom} : ${json}`);
  return JSON.parse(json) as { statut: string };
}

async function raconter(
  base: Base,
  secret: string,
  parcours: string,
  histoire: Histoire,
  maintenant: Date,
): Promise<void> {
  const jourJ = ajouterJours(jourAParis(maintenant), -histoire.age);
  const jour = (j: number) => ajouterJours(jourJ, j);
  const instant = (j: number) => `${jour(j)}T09:00:00Z`;
  const id = randomUUID();
  const [lien, ...liens] = await preparerLiens(secret, 9);
  const demande: Demande = {
    cle: randomUUID(),
    parcoursId: parcours,
    nom: 'Alix Exemple',
    courriel: `alix.${parcours}@lycee.example`,
    telephone: null,
    role: 'tuteur-mlds',
    etablissement: 'Lycée Exemple',
    academie: histoire.academie,
    debutLe: jour(30),
    heures: 150,
    message: 'Un jeune aimerait découvrir ce métier.',
    consentement: true,
  };
  await appeler(base, 'demande_creer', {
    p_demande: { ...demande, id, reference: tirerReference('D'), reconnue: true },
    p_lien: lien,
    p_limites: [],
    p_valable: '48 hours',
    p_maintenant: instant(0),
  });
  await appeler(base, 'demande_confirmer', {
    p_empreinte: lien?.empreinte,
    p_liens: liens,
    p_equipe: 'equipe@csf.example',
    p_limites: [],
    p_confiance: SANS_LIMITE,
    p_maintenant: instant(0),
  });
  for (const { j, role, genre, donnees, fin } of histoire.etapes(jour)) {
    const { rows } = await base.query<{ empreinte: string; vu: number }>(
      `select encode(l.empreinte, 'hex') as empreinte, prive.dernier_evenement(l.demande_id)::int as vu
       from prive.liens l where l.demande_id = $1 and l.role = $2 and l.portee = 'suivre'`,
      [id, role],
    );
    await appeler(base, 'suivi_agir', {
      p_empreinte: rows[0]?.empreinte,
      p_cle: randomUUID(),
      p_vu: rows[0]?.vu,
      p_auteurs: ROLE_DU_LIEN,
      p_ecrire: {
        evenements: [{ genre, donnees }],
        ...(genre === 'creneaux-proposes' ? { lieu: LIEU } : {}),
        ...fin,
      },
      p_liens: [],
      p_valable: '72 hours',
      p_limites: [],
      p_maintenant: instant(j),
    });
  }
}

/**
 * Met dans une base neuve des dossiers en cours, inventés, sur les parcours que le catalogue dit réservés, et les
 * membres qui en lisent les tableaux. Leurs courriels, d'un passé qui n'a pas eu lieu, ne partent pas.
 * @param secret secret des liens : chacun retrouve les siens sur la page « retrouver mes liens »
 * @returns le nombre de dossiers écrits
 */
export async function inventerDossiers(
  base: Base,
  secret: string,
  maintenant = new Date(),
): Promise<number> {
  for (const membre of MEMBRES)
    await appeler(base, 'membres_ajouter', { ...membre, p_maintenant: maintenant.toISOString() });
  const { rows } = await base.query<{ id: string }>(
    `update prive.parcours set disponibilite = 'disponible'
     where disponibilite = 'reserve' and coalesce(heures, 150) >= 150
       and coalesce(greatest(fin_le, fin_reconduction_le), '9999-01-01') > $1
     returning id`,
    [ajouterJours(jourAParis(maintenant), 30)],
  );
  const reserves = rows.map(({ id }) => id).sort();
  const racontes = HISTOIRES.slice(0, reserves.length);
  for (const [rang, histoire] of racontes.entries())
    await raconter(base, secret, reserves[rang] ?? '', histoire, maintenant);
  // Des marchés notifiés l'an passé, à un mois d'intervalle.
  await base.query(
    `update prive.parcours p set notifie_le = $2::date - 30 * r.rang::integer
     from unnest($1::text[]) with ordinality r(id, rang) where p.id = r.id`,
    [reserves, ajouterJours(jourAParis(maintenant), -365)],
  );
  await base.exec("delete from prive.courriels where etat = 'a-envoyer'");
  // Même celui dont l'accueil est fini reste réservé, comme le catalogue le dit.
  await base.query("update prive.parcours set disponibilite = 'reserve' where id = any($1)", [
    reserves,
  ]);
  return racontes.length;
}
