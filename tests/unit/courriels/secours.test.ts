import { describe, expect, it } from 'vitest';
import { rediger } from '../../../supabase/functions/_shared/courriels/rediger.tsx';
import { contexte, ecrire, EXEMPLES, GABARITS } from './exemples.ts';

const LIEN_VERS_UNE_LISTE = /\/(?:equipe|suivi\/dossiers)\/#/;

describe('le code qui remplace un lien abîmé', () => {
  it.each(GABARITS)('%s le donne avec tout lien personnel qui a une référence', async (gabarit) => {
    const { html, texte, objet } = await ecrire(gabarit);
    const liens = [...html.matchAll(/href="([^"]*#jeton-de-[^"]*)"/g)].map(([, lien = '']) => lien);
    const dossiers = liens.filter((lien) => !LIEN_VERS_UNE_LISTE.test(lien));
    for (const ecrit of [html, texte]) {
      expect(ecrit.includes('bcdf-ghjk'), gabarit).toBe(dossiers.length > 0);
      if (dossiers.length > 0) expect(ecrit).toContain(`${contexte.site}/suivi/`);
    }
    // Un objet se lit sur un écran verrouillé.
    expect(objet).not.toContain('bcdf-ghjk');
  });

  it('ne promet pas plus que son lien', async () => {
    for (const gabarit of ['confirmer-interet', 'parcours-libere'] as const)
      expect((await ecrire(gabarit)).texte).toMatch(/Il\s+vaut\s+aussi longtemps que le lien\./);
  });

  it('est celui du jour où le courriel a été demandé', async () => {
    const code = (id: string, ecritLe: Date) =>
      Promise.resolve(ecritLe.toISOString().slice(8, 10) === '01' ? 'premier2' : `autre${id}`);
    const { texte } = await rediger('interet-confirme', EXEMPLES['interet-confirme'], {
      ...contexte,
      code,
    });
    expect(texte).toMatch(/le code\s+prem-ier2\.\s+Il vaut\s+7\s+jours\./);
  });
});
