import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { ajouterJours } from '../../../src/socle/dates.ts';
import { preuveDExecution } from '../../../src/suivi/regles/preuve-execution.ts';
import { ecrireDossier } from '../../../src/suivi/scripts/dossier-pdf.ts';
import { unDossier, unJournal, unSuivi } from '../../fabriques-suivi.ts';

const dossier = unDossier();
const recu = unSuivi({
  dossier: {
    ...dossier,
    parcours: { ...dossier.parcours, intitule: 'Décors\u202Fet\u2011façades : l’œuvre — ★ ș' },
  },
  evenements: unJournal([
    'interet-confirme',
    'tutrice',
    { heures: 300 },
    '2026-12-01T09:00:00.000Z',
  ]),
});
const semaines = Object.fromEntries(
  Array.from({ length: 60 }, (_, rang) => [ajouterJours('2027-01-04', 7 * rang), 35]),
);
const preuve = preuveDExecution(
  { ...recu, suivi: { ...recu.suivi, semaines } },
  { commune: 'Nanterre (92)', domaine: 'Logistique' },
  [{ titre: 'Bilan croisé', remplitPar: 'Le tuteur ou la tutrice et le tuteur entreprise' }],
);

describe('le dossier en PDF', async () => {
  const pdf = await getDocument({ data: await ecrireDossier(preuve) }).promise;
  const textes = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, rang) => {
      const { items } = await (await pdf.getPage(rang + 1)).getTextContent();
      return items.map((item) => ('str' in item ? item.str : '')).join(' ');
    }),
  );
  const tout = textes.join(' ').replace(/\s+/g, ' ');

  it('porte son titre et sa langue', async () => {
    const { info } = await pdf.getMetadata();
    expect(info).toMatchObject({ Language: 'fr-FR' });
    expect(JSON.stringify(info)).toContain('D-h7k2mn');
  });

  it('tient sur plusieurs pages numérotées, sans perdre une semaine', () => {
    expect(pdf.numPages).toBeGreaterThan(2);
    expect(textes[0]).toContain(`Page 1 sur ${pdf.numPages}`);
    expect(tout.match(/35 h/g)).toHaveLength(60);
    expect(tout).toContain('2100 h');
    expect(tout).toContain('Bilan croisé');
  });

  it('garde la typographie française, et remplace les signes que la police n’a pas', () => {
    expect(tout).toContain('Décors et-façades : l’œuvre — ? s');
  });
});
