import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BaseDEssai, desLiens, EQUIPE, LE, plusTard } from './fabriques.ts';

let essai: BaseDEssai;
beforeAll(async () => {
  essai = await BaseDEssai.ouvrir();
});
afterAll(() => essai.fermer());
beforeEach(() => essai.base.exec('delete from prive.courriels'));

const courriel = 'alix.liste@lycee.example';

type Liste = { portee: string; lien: string };

/** La liste que l'adresse reçoit, telle que son lien l'ouvre ; undefined si elle n'en reçoit pas. */
async function saListe(adresse: string, le = LE) {
  const liens = desLiens(17);
  await essai.appeler('liens_retrouver', {
    p_courriel: adresse,
    p_equipe: EQUIPE,
    p_liens: liens,
    p_limites: [],
    p_maintenant: LE,
  });
  const [ecrit] = await essai.lignes<{ listes: Liste[] }>(
    `select donnees -> 'listes' as listes from prive.courriels
     where gabarit = 'suivi-liens' and destinataire = $1 order by cree_le desc limit 1`,
    [adresse],
  );
  const lien = ecrit?.listes.find(({ portee }) => portee === 'demandes');
  const pret = liens.find(({ id }) => id === lien?.lien);
  if (!pret) return undefined;
  return essai.appeler<{
    statut: string;
    role: string;
    lignes: {
      reference: string;
      liens: { role: string }[];
      contacts: unknown[];
      notifieLe: unknown;
    }[];
    parcours: unknown[];
    parcoursSansJeune: unknown[];
    personnesAVerifier: unknown[];
    courrielsMorts: unknown[];
    remises: unknown[];
  }>('tableau_lire', { p_empreinte: pret.empreinte, p_maintenant: le });
}

describe('mes demandes', () => {
  it('une tutrice reçoit un lien vers toutes les siennes, et elles seules', async () => {
    const parcours = await essai.unParcours();
    await essai.base.query("update prive.parcours set notifie_le = '2026-09-01' where id = $1", [
      parcours,
    ]);
    await essai.base.query(
      "insert into prive.marches (parcours_id, entreprise) values ($1, 'Exemple SARL')",
      [parcours],
    );
    await essai.base.query(
      "insert into prive.relais values ($1, 'entreprise-1', null, 'parti@entreprise.example', null, $2)",
      [parcours, LE],
    );
    const active = await essai.demander(parcours, { courriel });
    const attend = await essai.demander(parcours, { courriel });
    await essai.demander(await essai.unParcours());
    const liste = await saListe(courriel);
    expect(liste).toMatchObject({ statut: 'ouvert', role: 'tutrice' });
    expect(liste?.lignes.map(({ reference }) => reference).sort()).toEqual(
      [active.bilan.reference, attend.bilan.reference].sort(),
    );
    // Ni contact, ancien ou actuel, ni marché, ni le lien d'un autre ; rien de ce que voient l'acheteur et l'équipe.
    for (const { liens, contacts, notifieLe } of liste?.lignes ?? []) {
      expect(notifieLe).toBeNull();
      expect(liens).toMatchObject([{ role: 'tutrice' }]);
      expect(contacts).toEqual([]);
    }
    expect(JSON.stringify(liste)).not.toMatch(/Exemple SARL|@entreprise/);
    expect(liste).toMatchObject({
      parcours: [],
      parcoursSansJeune: [],
      personnesAVerifier: [],
      courrielsMorts: [],
      remises: [],
    });
  });

  it('vaut douze heures, et n’ouvre plus rien une fois les demandes effacées', async () => {
    expect((await saListe(courriel, plusTard(12)))?.statut).toBe('lien-expire');
    await essai.base.query("update prive.demandes set etat = 'retiree' where courriel = $1", [
      courriel,
    ]);
    expect(await saListe(courriel)).toBeUndefined();
  });

  it('une entreprise ou un acheteur n’en reçoit pas', async () => {
    const parcours = await essai.unParcours();
    await essai.demander(parcours);
    const contacts = await essai.lignes<{ courriel: string }>(
      'select courriel from prive.contacts where parcours_id = $1',
      [parcours],
    );
    for (const contact of contacts) expect(await saListe(contact.courriel)).toBeUndefined();
  });
});
