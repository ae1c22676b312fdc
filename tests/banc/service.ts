import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demarrerService } from '../../supabase/embarque/service.ts';

type Reglages = Parameters<typeof demarrerService>[0];

/**
 * Les vraies fonctions, dans un dossier à elles, que le banc efface : sans tâche planifiée, qui pèserait sur la mesure.
 * @param propres ce que ce banc règle de plus
 */
export async function demarrerPourUnBanc(propres: Partial<Reglages>) {
  const dossier = await mkdtemp(join(tmpdir(), 'csf-banc-'));
  const service = await demarrerService({
    dossier,
    port: 0,
    site: 'http://site.example',
    parcours: 'content/parcours',
    taches: false,
    adresseCrue: true,
    ...propres,
  });
  return { dossier, service };
}
