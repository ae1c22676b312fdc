import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { lireContacts } from '../../../../src/outils/import/contacts.ts';
import { EnvoiALaBase } from '../../../../src/outils/import/ecriture-en-base.ts';
import type { Entree } from '../../../../src/outils/import/rapport.ts';
import { Atelier, enCsv, uneLigne } from './un-export.ts';

type Lot = {
  p_lignes: {
    public: { id: string; disponibilite: string };
    contacts: { courriel: string }[];
    notifieLe: string | null;
  }[];
  p_maintenant: string;
};

let serveur: Server | undefined;
const ateliers: Atelier[] = [];
afterEach(() => {
  serveur?.close();
  serveur?.closeAllConnections();
  for (const atelier of ateliers.splice(0)) atelier.nettoyer();
});

/** Une base de théâtre : garde les lots reçus, et répond ce que le test veut (par défaut, tout est écrit). */
async function uneBase(repondre: (lot: Lot, appel: number) => { statut: number; corps: unknown }) {
  const lots: Lot[] = [];
  const chemins: string[] = [];
  serveur = createServer((requete, reponse) => {
    void json(requete).then((recu) => {
      const lot = recu as Lot;
      lots.push(lot);
      chemins.push(requete.url ?? '');
      const { statut, corps } = repondre(lot, lots.length);
      reponse.writeHead(statut, { 'Content-Type': 'application/json' }).end(JSON.stringify(corps));
    });
  }).listen(0, '127.0.0.1');
  await once(serveur, 'listening');
  const adresse = `http://127.0.0.1:${(serveur.address() as AddressInfo).port}`;
  const remarques: Entree[] = [];
  const envoi = new EnvoiALaBase({
    adresse,
    cle: 'secrete',
    noter: (entree) => {
      remarques.push(entree);
    },
    horloge: () => new Date('2026-11-23T09:00:00Z'),
  });
  return { lots, chemins, envoi, remarques };
}

const toutEcrit = ({ p_lignes }: Lot) => ({
  statut: 200,
  corps: p_lignes.map((ligne) => ({ id: ligne.public.id, statut: 'ecrite' })),
});

function unAtelier(): Atelier {
  const atelier = new Atelier();
  ateliers.push(atelier);
  return atelier;
}

describe('les contacts d’une ligne', () => {
  it('sont les deux de l’entreprise et l’acheteur, mis en forme', () => {
    const ligne = uneLigne({
      referentMail: ' Contact@Zephyrine.example ',
      referent2: 'Morgan Leroy-Démo',
      referent2Mail: 'accueil@zephyrine.example',
      referent2Telephone: 'poste 12',
    });
    expect(lireContacts(ligne)).toEqual({
      contacts: [
        {
          role: 'entreprise-1',
          nom: 'Claude Durand-Exemple',
          courriel: 'contact@zephyrine.example',
          telephone: '05 59 30 39 64',
        },
        {
          role: 'entreprise-2',
          nom: 'Morgan Leroy-Démo',
          courriel: 'accueil@zephyrine.example',
          telephone: null,
        },
        {
          role: 'acheteur',
          nom: 'Sacha Blanc-Démo',
          courriel: 'achats@acheteur.example',
          telephone: null,
        },
      ],
      remarques: [],
    });
  });

  it.each(['', 'au standard', 'a@b.example ou c@d.example'])(
    'un contact au courriel « %s » est signalé et laissé',
    (referentMail) => {
      const { contacts, remarques } = lireContacts(uneLigne({ referentMail }));
      expect(contacts.map(({ role }) => role)).toEqual(['acheteur']);
      expect(remarques).toHaveLength(1);
      expect(JSON.stringify(remarques)).not.toContain('Durand');
    },
  );
});

describe('l’envoi à la base', () => {
  it('part par lots, avec les champs publics et les contacts, et rien d’eux sur le disque', async () => {
    const { lots, chemins, envoi, remarques } = await uneBase(toutEcrit);
    const lignes = Array.from({ length: 450 }, (_, rang) =>
      uneLigne({ entreprise: `Zéphyrine ${rang}`, objet: `Fourniture numéro ${rang}` }),
    );
    const { bilan, fichiers } = await unAtelier().importer(enCsv(lignes), { envoi });
    expect(bilan.publiees).toBe(450);
    expect(lots.map(({ p_lignes }) => p_lignes.length)).toEqual([200, 200, 50]);
    expect(new Set(chemins)).toEqual(new Set(['/rest/v1/rpc/parcours_importer']));
    expect(lots[0]?.p_lignes[0]).toMatchObject({
      marche: { entreprise: 'Zéphyrine 0', objet: expect.stringContaining('Fourniture') as string },
    });
    expect(lots[0]?.p_maintenant).toBe('2026-11-23T09:00:00.000Z');
    expect(envoi.bilan).toMatchObject({ ecrites: 450, refusees: 0, contacts: 900 });
    expect(remarques).toEqual([]);
    const ecrit = [...fichiers.values()].join('\n');
    expect(ecrit).not.toMatch(/zephyrine|@|Durand/i);
  });

  it('porte la notification du marché, qui ne se publie pas', async () => {
    const { lots, envoi } = await uneBase(toutEcrit);
    const lignes = [
      uneLigne({ notifieLe: '15/01/2026' }),
      uneLigne({ objet: 'Autre fourniture', notifieLe: 'bientôt' }),
    ];
    const { fichiers } = await unAtelier().importer(enCsv(lignes), { envoi });
    expect(lots[0]?.p_lignes.map(({ notifieLe }) => notifieLe)).toEqual(['2026-01-15', null]);
    expect([...fichiers.values()].join('\n')).not.toMatch(/notifie|2026-01-15/);
  });

  it('une ligne refusée est dite par son numéro, sa raison et son code, jamais par son contenu', async () => {
    const { envoi, remarques } = await uneBase(({ p_lignes }) => ({
      statut: 200,
      corps: p_lignes.map((ligne, rang) =>
        rang === 0
          ? {
              id: ligne.public.id,
              statut: 'refusee',
              code: '23514',
              champ: 'heures',
              raison: 'champ « heures » : plus petit que les heures déjà faites',
            }
          : { id: ligne.public.id, statut: 'ecrite' },
      ),
    }));
    const lignes = [uneLigne(), uneLigne({ objet: 'Autre fourniture' })];
    await unAtelier().importer(enCsv(lignes), { envoi });
    expect(envoi.bilan).toMatchObject({ ecrites: 1, refusees: 1, contacts: 2 });
    expect(remarques).toHaveLength(1);
    expect(remarques[0]).toMatchObject({ ligne: 2, statut: 'mis de côté' });
    expect(remarques[0]?.motif).toContain(
      'refusée : champ « heures » : plus petit que les heures déjà faites (code 23514)',
    );
    expect(JSON.stringify(remarques)).not.toMatch(/zephyrine|Durand/i);
  });

  it('un contact changé sur le site est dit par sa colonne et son jour, un contact remplacé par sa colonne', async () => {
    const { envoi, remarques } = await uneBase(({ p_lignes }) => ({
      statut: 200,
      corps: p_lignes.map((ligne) => ({
        id: ligne.public.id,
        statut: 'ecrite',
        contacts: [
          { role: 'entreprise-1', etat: 'garde', changeLe: '2026-11-12T23:30:00+00:00' },
          { role: 'acheteur', etat: 'remplace' },
        ],
      })),
    }));
    await unAtelier().importer(enCsv([uneLigne()]), { envoi });
    expect(envoi.bilan).toEqual({ ecrites: 1, refusees: 0, contacts: 1, gardes: 1, remplaces: 1 });
    expect(remarques).toMatchObject([
      {
        ligne: 2,
        colonne: 'Mail du référent entreprise',
        statut: 'publié avec avertissement',
        motif: 'contact changé sur le site le 13 novembre 2026 : gardé',
      },
      { ligne: 2, colonne: 'Mail du contact acheteur', statut: 'information' },
    ]);
    expect(JSON.stringify(remarques)).not.toMatch(/zephyrine|Durand|@/i);
  });

  it('une panne passagère est rejouée, une panne durable arrête l’import', async () => {
    const passagere = await uneBase((lot, appel) =>
      appel < 3 ? { statut: 503, corps: { code: 'PGRST000', message: 'x' } } : toutEcrit(lot),
    );
    await unAtelier().importer(enCsv([uneLigne()]), { envoi: passagere.envoi });
    expect(passagere.envoi.bilan.ecrites).toBe(1);
    serveur?.close();
    const durable = await uneBase(() => ({
      statut: 401,
      corps: { code: '42501', message: 'refus pour contact@zephyrine.example' },
    }));
    const importation = unAtelier().importer(enCsv([uneLigne()]), { envoi: durable.envoi });
    await expect(importation).rejects.toThrow(/42501.*relancé/s);
    await expect(importation).rejects.not.toThrow(/zephyrine/);
    expect(durable.lots).toHaveLength(1);
  });

  it('un parcours sorti de l’export est terminé aussi dans la base', async () => {
    const { lots, envoi } = await uneBase(toutEcrit);
    const atelier = unAtelier();
    await atelier.importer(enCsv([uneLigne(), uneLigne({ objet: 'Autre fourniture' })]));
    await atelier.importer(enCsv([uneLigne()]), { envoi, fermer: 1 });
    const etats = lots.flatMap(({ p_lignes }) => p_lignes.map((l) => l.public.disponibilite));
    expect(etats).toEqual(['disponible', 'termine']);
  });
});
