import { describe, expect, it } from 'vitest';
import { rediger } from '../../../supabase/functions/_shared/courriels/rediger.tsx';
import { contexte, destinataire, resume } from './exemples.ts';
import { LIEN } from './exemples-suivi.ts';

describe('plusieurs courriels en un seul', () => {
  const rendezVous = (debut: string) => ({
    gabarit: 'interet-entreprise',
    donnees: { ...resume, ...destinataire, lien: LIEN },
    le: debut,
  });
  const retrait = {
    gabarit: 'interet-retire',
    donnees: { ...resume, ...destinataire },
    le: '2026-12-01T10:00:00Z',
  };

  it('portent chaque nouvelle entière, avec son lien, une fois chacune', async () => {
    const { objet, html, texte } = await rediger(
      'regroupement',
      { courriels: [rendezVous('2026-12-01T09:00:00Z'), retrait, retrait] },
      contexte,
    );
    expect(objet).toMatch(/^Ce qui s’est passé depuis hier\s: 2\snouvelles$/);
    expect(texte).toContain(`jeton-de-${LIEN}`);
    expect(html.match(/<html/g)).toHaveLength(1);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html.match(/<h2/g)?.length).toBeGreaterThanOrEqual(2);
    const seul = await rediger('interet-retire', retrait.donnees, contexte);
    const titre = /<h1[^>]*>(.*?)<\/h1>/.exec(seul.html)?.[1] ?? 'rien';
    expect(html.split(titre)).toHaveLength(2);
  });

  it('gardent la dernière pièce jointe de chaque nom, et l’objet d’une nouvelle seule', async () => {
    const confirmee = {
      gabarit: 'interet-confirme',
      donnees: { ...resume, lien: LIEN, entreprises: 1 },
      le: '2026-12-01T09:00:00Z',
    };
    const { objet, pieces } = await rediger(
      'regroupement',
      { courriels: [confirmee, confirmee] },
      contexte,
    );
    expect(objet).toContain('Nous écrivons à l’entreprise');
    expect(pieces.map(({ nom }) => nom)).toEqual(['echeances-D-bcdfgh.ics']);
  });

  it('un gabarit inconnu parmi eux arrête tout : rien n’est perdu en silence', async () => {
    const courriels = [{ gabarit: 'inconnu', donnees: {}, le: '2026-12-01T09:00:00Z' }];
    await expect(rediger('regroupement', { courriels }, contexte)).rejects.toThrow('inconnu');
    await expect(rediger('regroupement', { courriels: [] }, contexte)).rejects.toThrow();
  });
});
