/*
 * Banc du suivi : `npm run banc:suivi`.
 * Cent mille événements dans le journal, tous de dossiers ouverts (le pire cas). Mesure la lecture d'un dossier, et
 * la part de la base dans un passage entier des relances : lire toutes les pages, écrire les rappels dus.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { appelerFonction } from '../../supabase/embarque/acces.ts';
import { ouvrirBase } from '../../supabase/embarque/base.ts';
import { ecrireDossiers, PAR_DOSSIER } from './dossiers-synthetiques.ts';

const EVENEMENTS = 100_000;
const LECTURES = 500;
const PAGE = 500;
const LOT = 100;
/** Un dossier sur cinq a un rappel dû le même jour : un lendemain de vacances. */
const UN_SUR = 5;
const LE = new Date('2026-06-15T07:00:00Z');

const dossier = await mkdtemp(join(tmpdir(), 'csf-banc-'));
const { base } = await ouvrirBase(dossier);
await ecrireDossiers(base, EVENEMENTS / PAR_DOSSIER);

async function appeler<T>(nom: string, parametres: Record<string, unknown>): Promise<T> {
  const { statut, json } = await appelerFonction(base, 'service_role', nom, parametres);
  if (statut !== 200) throw new Error(`${nom} : ${statut} ${json}`);
  return JSON.parse(json) as T;
}

async function chronometrer(nombre: number, faire: (rang: number) => Promise<unknown>) {
  const durees: number[] = [];
  for (let rang = 0; rang < nombre; rang += 1) {
    const depart = performance.now();
    await faire(rang);
    durees.push(performance.now() - depart);
  }
  durees.sort((une, autre) => une - autre);
  const quantile = (part: number) => durees[Math.floor(nombre * part)] ?? 0;
  return { mediane: quantile(0.5), lent: quantile(0.99) };
}

const { rows: liens } = await base.query<{ empreinte: string; demande: string }>(
  `select encode(l.empreinte, 'hex') as empreinte, l.demande_id as demande from prive.liens l
   where l.role = 'tutrice' order by l.id limit $1`,
  [LECTURES],
);
const lire = (rang: number) =>
  appeler('suivi_lire', { p_empreinte: liens[rang]?.empreinte, p_maintenant: LE });
const nue = (rang: number) =>
  base.query('select * from prive.evenements where demande_id = $1 order by id', [
    liens[rang]?.demande,
  ]);
await chronometrer(50, nue);
await chronometrer(50, lire);
const mesureNue = await chronometrer(LECTURES, nue);
const mesureLue = await chronometrer(LECTURES, lire);

const agir = async (rang: number) => {
  const { vu } = await appeler<{ vu: number }>('suivi_lire', {
    p_empreinte: liens[rang]?.empreinte,
    p_maintenant: LE,
  });
  const depart = performance.now();
  const { statut } = await appeler<{ statut: string }>('suivi_agir', {
    p_empreinte: liens[rang]?.empreinte,
    p_cle: randomUUID(),
    p_vu: vu,
    p_ecrire: {
      auteur: 'tutrice',
      evenements: [
        { genre: 'interruption', donnees: { le: '2026-06-12', motif: 'vacances' }, precision: 'x' },
      ],
      courriels: [1, 2, 3, 4].map(() => ({
        gabarit: 'suivi-nouvelle',
        destinataire: 'a@b.example',
        donnees: { phrase: 'L’accueil est interrompu.' },
      })),
    },
    p_liens: [],
    p_valable: '72 hours',
    p_maintenant: LE,
  });
  if (statut !== 'fait') throw new Error(statut);
  return performance.now() - depart;
};
const actions: number[] = [];
for (let rang = 0; rang < 200; rang += 1) actions.push(await agir(rang));
actions.sort((une, autre) => une - autre);

type Ligne = {
  id: string;
  demandeur: { courriel: string };
  evenements: { id: number; genre: string }[];
};
type Bilan = { courriels: number; dejaServies: number; ecartees: number; echecs: string[] };

/** Un passage entier : toutes les pages, puis les rappels dus, par lots. */
async function passer() {
  const depart = performance.now();
  await appeler('liens_completer', { p_liens: [], p_maintenant: LE });
  const completer = performance.now() - depart;
  const lot: unknown[] = [];
  let lignes = 0;
  let apres: string | null = null;
  for (;;) {
    const page: Ligne[] = await appeler<Ligne[]>('suivis_ouverts', {
      p_apres: apres,
      p_limite: PAGE,
      p_maintenant: LE,
    });
    for (const { id, demandeur, evenements } of page) {
      lignes += 1;
      const vu = evenements.findLast(({ genre }) => genre !== 'relance')?.id;
      if (lignes % UN_SUR === 0)
        lot.push({
          courriel: demandeur.courriel,
          gabarit: 'suivi-relance',
          items: [
            {
              demande: id,
              vu,
              genre: 'relance',
              donnees: { a: 'tutrice', palier: 'point', ancre: vu },
              courriel: { reference: id },
            },
          ],
        });
    }
    if (page.length < PAGE) break;
    apres = page.at(-1)?.id ?? null;
  }
  const lu = performance.now() - depart - completer;
  const bilans: Bilan[] = [];
  for (let debut = 0; debut < lot.length; debut += LOT)
    bilans.push(
      await appeler<Bilan>('relances_ecrire', {
        p_lot: lot.slice(debut, debut + LOT),
        p_maintenant: LE,
      }),
    );
  const total = performance.now() - depart;
  const courriels = bilans.reduce((somme, bilan) => somme + bilan.courriels, 0);
  const echecs = bilans.flatMap((bilan) => bilan.echecs);
  if (echecs.length > 0) throw new Error(`Écritures échouées : ${echecs.join()}`);
  return { completer, lu, ecrit: total - completer - lu, total, lignes, courriels };
}

const premier = await passer();
const second = await passer();

/** Le tableau de l'équipe, dont toutes les lignes sont ouvertes. */
await base.exec(`insert into prive.membres (courriel, genre, cree_le)
  values ('equipe@csf.example', 'equipe', '2026-01-01');
  insert into prive.liens (id, empreinte, portee, role, courriel, expire_le, cree_le)
  values (gen_random_uuid(), sha256('banc'), 'equipe', 'equipe', 'equipe@csf.example', '2028-01-01',
    '2026-01-01')`);
const { rows: tableau } = await base.query<{ empreinte: string }>(
  "select encode(sha256('banc'), 'hex') as empreinte",
);
const leTableau = await chronometrer(3, () =>
  appeler('tableau_lire', { p_empreinte: tableau[0]?.empreinte, p_maintenant: LE }),
);
const lesChiffres = await chronometrer(3, () => base.query('select * from public.statistiques'));
await base.close();
await rm(dossier, { recursive: true, force: true });

const ms = (duree: number) => `${duree.toFixed(1).replace('.', ',')} ms`;
const s = (duree: number) => `${(duree / 1000).toFixed(2).replace('.', ',')} s`;
const rapport = `# Banc du suivi

Mesuré le ${new Date().toISOString().slice(0, 10)} : ${EVENEMENTS} événements, ${EVENEMENTS / PAR_DOSSIER} dossiers, tous ouverts, base embarquée sur un disque, ${availableParallelism()} cœurs partagés.

| lecture d’un dossier | médiane | 99 % sous |
| --- | --- | --- |
| événements seuls, requête nue | ${ms(mesureNue.mediane)} | ${ms(mesureNue.lent)} |
| \`suivi_lire\` : lien, dossier, contacts, liens, événements | ${ms(mesureLue.mediane)} | ${ms(mesureLue.lent)} |

La lecture entière coûte **${(mesureLue.mediane / mesureNue.mediane).toFixed(1).replace('.', ',')} fois** la requête nue. Une action (\`suivi_agir\`, avec un texte libre et quatre courriels) : médiane ${ms(actions[100] ?? 0)}, 99 % sous ${ms(actions[198] ?? 0)}.

| un passage des relances, part de la base | liens vérifiés | lire | écrire | en tout | courriels |
| --- | --- | --- | --- | --- | --- |
| le premier | ${s(premier.completer)} | ${s(premier.lu)} | ${s(premier.ecrit)} | ${s(premier.total)} | ${premier.courriels} |
| le même, repris aussitôt | ${s(second.completer)} | ${s(second.lu)} | ${s(second.ecrit)} | ${s(second.total)} | ${second.courriels} |

Un dossier sur ${UN_SUR} a un rappel dû ; ${premier.lignes} dossiers lus par pages de ${PAGE}, rappels écrits par lots de ${LOT}. Le tableau de l’équipe, avec ces ${EVENEMENTS / PAR_DOSSIER} lignes : ${s(leTableau.mediane)}. Les chiffres publiés : ${s(lesChiffres.mediane)}.
`;
mkdirSync('tests/banc/rapports', { recursive: true });
writeFileSync('tests/banc/rapports/suivi.md', rapport);
console.log(rapport);
