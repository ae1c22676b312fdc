import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BaseDEssai } from './fabriques.ts';
import { Dossier } from './suivi-fabriques.ts';

let essai: BaseDEssai;
beforeAll(async () => {
  essai = await BaseDEssai.ouvrir();
});
afterAll(() => essai.fermer());

const CRENEAUX = {
  genre: 'creneaux-proposes',
  donnees: { creneaux: [{ debut: '2026-12-01T10:00', minutes: 60 }] },
};

describe('une mise en relation', () => {
  it('donne à chacun son lien, et à personne celui d’un autre', async () => {
    const dossier = await Dossier.ouvrir(essai);
    const postes = await essai.lignes<{ gabarit: string; lien: string; role: string }>(
      `select c.gabarit, c.donnees ->> 'lien' as lien, l.role from prive.courriels c
       join prive.liens l on l.id = (c.donnees ->> 'lien')::uuid and l.portee = 'suivre'
       where c.demande_id = $1`,
      [dossier.id],
    );
    expect(new Set(postes.map(({ lien }) => lien)).size).toBe(5);
    expect(postes.map(({ gabarit, role }) => `${gabarit} ${role}`).sort()).toEqual([
      'interet-confirme tutrice',
      'interet-copie acheteur',
      'interet-entreprise entreprise-1',
      'interet-entreprise entreprise-2',
      'interet-equipe equipe',
    ]);
    expect((await dossier.lire('tutrice')).evenements).toMatchObject([
      { genre: 'interet-confirme' },
      { genre: 'entreprise-contactee', donnees: { entreprises: 2, acheteurs: 1 } },
    ]);
  });
});

describe('une action', () => {
  it('écrit tout d’un coup : événement, texte libre à part, courriels', async () => {
    const dossier = await Dossier.ouvrir(essai);
    const reponse = await dossier.agir('entreprise-1', {
      evenements: [{ ...CRENEAUX, precision: 'Entrée par la cour.' }],
      courriels: [
        { gabarit: 'suivi-nouvelle', destinataire: 'a@lycee.example', donnees: { objet: 'x' } },
      ],
    });
    const lu = await dossier.lire('tutrice');
    expect(reponse).toEqual({ statut: 'fait', vu: lu.vu, deja: false });
    expect(lu.evenements.at(-1)).toMatchObject({
      ...CRENEAUX,
      auteur: 'entreprise',
      precision: 'Entrée par la cour.',
    });
    expect(
      await essai.lignes(
        "select destinataire from prive.courriels where gabarit = 'suivi-nouvelle' and demande_id = $1",
        [dossier.id],
      ),
    ).toEqual([{ destinataire: 'a@lycee.example' }]);
  });
});
