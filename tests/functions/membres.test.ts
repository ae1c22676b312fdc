import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ServiceDEssai } from './service.ts';

let essai: ServiceDEssai;
beforeAll(async () => {
  essai = await ServiceDEssai.ouvrir();
});
afterAll(() => essai.fermer());

async function membres(...args: string[]): Promise<string> {
  const { secrets, url } = essai.service;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['src/outils/lancer.ts', 'membres', ...args],
    {
      env: {
        ...process.env,
        SUPABASE_URL: url,
        SUPABASE_SERVICE_ROLE_KEY: secrets.cleService,
      },
    },
  );
  return stdout;
}
const refus = (texte: string) =>
  expect.objectContaining({ stderr: expect.stringContaining(texte) as string }) as Error;

describe('la liste des membres', () => {
  it('se tient par une commande : ajouter, lister, retirer', async () => {
    expect(await membres('ajouter', 'Alix@CSF.example', 'equipe')).toContain('rejoint l’équipe');
    expect(
      await membres('ajouter', 'noa@ac.example', 'coordination', 'Académie', 'de', 'Créteil'),
    ).toContain('creteil');
    expect(await membres('lister')).toMatch(
      /alix@csf\.example\tequipe[\s\S]*noa@ac\.example\tcreteil/,
    );
    expect(await membres('retirer', 'alix@csf.example')).toContain('retiré');
    expect(await membres('lister')).not.toContain('alix@csf.example');
  });

  it('refuse ce qui n’a pas de sens, et dit pourquoi', async () => {
    await expect(membres('ajouter', 'pas un courriel', 'equipe')).rejects.toEqual(
      refus('n’est pas un courriel'),
    );
    await expect(membres('ajouter', 'a@b.example', 'coordination', 'Atlantide')).rejects.toEqual(
      refus('n’est pas une académie'),
    );
    await expect(membres('ajouter', 'a@b.example', 'chef')).rejects.toEqual(refus('Usage'));
    await expect(membres('retirer', 'inconnue@b.example')).rejects.toEqual(
      refus('n’est pas un membre'),
    );
    await expect(membres('lister', '--tout')).rejects.toEqual(refus('Usage'));
  });
});
