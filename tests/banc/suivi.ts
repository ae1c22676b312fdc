/*
 * Banc du suivi : `npm run banc:suivi`.
 * Cent mille événements dans le journal, tous de dossiers ouverts (le pire cas). Mesure la lecture d'un dossier, et
 * un passage entier des relances : lire toutes les pages, appliquer la règle, écrire les rappels dus. Il ne manque
 * que le transport entre les fonctions et la base.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { appelerFonction } from '../../supabase/embarque/acces.ts';
import { ouvrirBase } from '../../supabase/embarque/base.ts';
import { dossierSuiviSchema, type DossierSuivi } from '../../src/suivi/regles/dossier.ts';
import { LIMITES_DU_SUIVI } from '../../supabase/functions/_shared/suivi/regles.ts';
import { rappelsDe, type Element } from '../../supabase/functions/_shared/suivi/rappels.ts';
import { ecrireDossiers, PAR_DOSSIER } from './dossiers-synthetiques.ts';

const EVENEMENTS = 100_000;
const LECTURES = 500;
const PAGE = 500;
const LOT = 100;
/** Le premier passage de l'histoire, où tout est dû ; puis un jour ordinaire. */
const LE = new Date('2026-06-15T07:00:00Z');
const LENDEMAIN = new Date('2026-06-16T07:00:00Z');
const EQUIPE = 'equipe@csf.example';

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
  const depuis = process.cpuUsage();
  for (let rang = 0; rang < nombre; rang += 1) {
    const depart = performance.now();
    await faire(rang);
    durees.push(performance.now() - depart);
  }
  const { user, system } = process.cpuUsage(depuis);
  durees.sort((une, autre) => une - autre);
  const quantile = (part: number) => durees[Math.floor(nombre * part)] ?? 0;
  return {
    mediane: quantile(0.5),
    lent: quantile(0.99),
    processeur: (user + system) / 1000 / nombre,
  };
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
    p_auteurs: { tutrice: 'tutrice' },
    p_ecrire: {
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
    p_limites: LIMITES_DU_SUIVI,
    p_maintenant: LE,
  });
  if (statut !== 'fait') throw new Error(statut);
  return performance.now() - depart;
};
const actions: number[] = [];
for (let rang = 0; rang < 200; rang += 1) actions.push(await agir(rang));
actions.sort((une, autre) => une - autre);

type Bilan = { courriels: number; dejaServies: number; ecartees: number; echecs: string[] };

/** Un passage entier, comme la fonction « relancer » : toutes les pages, la règle, puis les rappels par lots. */
async function passer(le: Date) {
  const temps = { liens: 0, lire: 0, regle: 0, ecrire: 0 };
  const pendant = async <T>(part: keyof typeof temps, faire: () => T | Promise<T>): Promise<T> => {
    const depart = performance.now();
    const rendu = await faire();
    temps[part] += performance.now() - depart;
    return rendu;
  };
  const processeur = process.cpuUsage();
  await pendant('liens', () => appeler('liens_completer', { p_liens: [], p_maintenant: le }));
  const parPersonne = new Map<string, Element[]>();
  let dossiers = 0;
  let apres: string | null = null;
  for (;;) {
    const recus: unknown = await pendant('lire', () =>
      appeler('suivis_ouverts', { p_apres: apres, p_limite: PAGE, p_maintenant: le }),
    );
    const page: DossierSuivi[] = await pendant('regle', () => {
      const ouverts = z.array(dossierSuiviSchema).parse(recus);
      for (const ouvert of ouverts)
        for (const [adresse, element] of rappelsDe(ouvert, le, EQUIPE))
          parPersonne.set(adresse, [...(parPersonne.get(adresse) ?? []), element]);
      return ouverts;
    });
    dossiers += page.length;
    apres = page.at(-1)?.id ?? null;
    if (page.length < PAGE) break;
  }
  const lot = [...parPersonne].map(([courriel, items]) => ({
    courriel,
    gabarit: 'suivi-relance',
    items,
  }));
  let courriels = 0;
  for (let debut = 0; debut < lot.length; debut += LOT) {
    const bilan = await pendant('ecrire', () =>
      appeler<Bilan>('relances_ecrire', {
        p_lot: lot.slice(debut, debut + LOT),
        p_maintenant: le,
      }),
    );
    if (bilan.echecs.length > 0) throw new Error(`Écritures échouées : ${bilan.echecs.join()}`);
    courriels += bilan.courriels;
  }
  const { user, system } = process.cpuUsage(processeur);
  const total = Object.values(temps).reduce((somme, part) => somme + part, 0);
  return { ...temps, total, processeur: (user + system) / 1000, dossiers, courriels };
}

const premier = await passer(LE);
const ordinaire = await passer(LENDEMAIN);
const repris = await passer(LENDEMAIN);

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
const ligne = (quoi: string, passage: typeof premier) =>
  `| ${quoi} | ${[passage.liens, passage.lire, passage.regle, passage.ecrire, passage.total, passage.processeur].map(s).join(' | ')} | ${passage.courriels} |`;
const rapport = `# Banc du suivi

Mesuré le ${new Date().toISOString().slice(0, 10)} : ${EVENEMENTS} événements, ${EVENEMENTS / PAR_DOSSIER} dossiers, tous ouverts, base embarquée sur un disque, ${availableParallelism()} cœurs (charge ${(loadavg()[0] ?? 0).toFixed(1).replace('.', ',')}).

| lecture d’un dossier | médiane | 99 % sous | processeur, en moyenne |
| --- | --- | --- | --- |
| événements seuls, requête nue | ${ms(mesureNue.mediane)} | ${ms(mesureNue.lent)} | ${ms(mesureNue.processeur)} |
| \`suivi_lire\` : lien, dossier, contacts, liens, événements | ${ms(mesureLue.mediane)} | ${ms(mesureLue.lent)} | ${ms(mesureLue.processeur)} |

La lecture entière coûte **${(mesureLue.processeur / mesureNue.processeur).toFixed(1).replace('.', ',')} fois** la requête nue. Une action (\`suivi_agir\`, avec un texte libre et quatre courriels) : médiane ${ms(actions[100] ?? 0)}, 99 % sous ${ms(actions[198] ?? 0)}.

| un passage des relances | liens vérifiés | lire | la règle | écrire | en tout | processeur | courriels |
| --- | --- | --- | --- | --- | --- | --- | --- |
${ligne('un jour ordinaire', ordinaire)}
${ligne('le même, repris aussitôt', repris)}
${ligne('le tout premier : tout est dû', premier)}

${premier.dossiers} dossiers lus par pages de ${PAGE}, rappels écrits par lots de ${LOT}. Le tableau de l’équipe, avec ces ${premier.dossiers} lignes : ${s(leTableau.mediane)}. Les chiffres publiés : ${s(lesChiffres.mediane)}.
`;
mkdirSync('tests/banc/rapports', { recursive: true });
writeFileSync('tests/banc/rapports/suivi.md', rapport);
console.log(rapport);
