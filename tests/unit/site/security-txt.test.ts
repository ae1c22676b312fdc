import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COURRIEL_EQUIPE } from '../../../src/site/regles/courriel-equipe.ts';
import { SIGNALER } from '../../../src/site/navigation.ts';
import { ecrireSecurityTxt } from '../../../src/site/regles/security-txt.ts';
import { chercherFuites } from '../../../src/outils/garde/coordonnees.ts';

const SITE = new URL('https://csf.example/sous/');

describe('security.txt', () => {
  it('suit la RFC 9116 : contact, fin, langue, adresse du fichier et de la page qui explique', () => {
    expect(ecrireSecurityTxt(SITE, '2026-11-30', SIGNALER)).toBe(
      `Contact: mailto:${COURRIEL_EQUIPE}
Expires: 2027-11-25T00:00:00Z
Preferred-Languages: fr
Canonical: https://csf.example/.well-known/security.txt
Policy: https://csf.example/confidentialite/#signaler-une-fuite-ou-une-faille
`,
    );
  });

  it('vaut après le jour de la publication, et moins d’un an', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2026-01-01'), max: new Date('2080-01-01'), noInvalidDate: true }),
        (date) => {
          const jour = date.toISOString().slice(0, 10);
          const fin = /^Expires: (.+)$/m.exec(ecrireSecurityTxt(SITE, jour, SIGNALER))?.[1] ?? '';
          const jours = (Date.parse(fin) - Date.parse(jour)) / 86_400_000;
          expect(jours).toBeGreaterThan(300);
          expect(jours).toBeLessThan(365);
        },
      ),
    );
  });

  it('ne publie que l’adresse de l’équipe : la garde l’accepte, et refuserait toute autre', () => {
    const texte = ecrireSecurityTxt(SITE, '2026-11-30', SIGNALER);
    expect(chercherFuites({ texte, telephones: true })).toEqual([]);
    const autre = texte.replace(COURRIEL_EQUIPE, 'alix@csf.example');
    expect(chercherFuites({ texte: autre, telephones: true })).toMatchObject([
      { genre: 'courriel' },
    ]);
  });
});
