import type { Deps } from './deps.ts';

const ESSAIS = 3;

/** Demande la reconstruction du site : un parcours y entre, ou en sort. */
export async function reconstruire({ config }: Deps): Promise<void> {
  if (!config.reconstruction) return;
  for (let essai = 1; essai <= ESSAIS; essai += 1) {
    const reponse = await fetch(config.reconstruction, { method: 'POST' }).catch(() => undefined);
    await reponse?.body?.cancel();
    if (reponse?.ok) return;
    await new Promise((suite) => setTimeout(suite, essai * 1_000));
  }
  throw new Error('La reconstruction du site n’a pas pu être demandée.');
}
