import type { CourrielRecu } from '../../supabase/embarque/fournisseur.ts';

/** Un courriel retenu par le service, et ce qu'un test en lit. */
export type Courriel = Pick<CourrielRecu, 'to' | 'subject' | 'text' | 'recuLe' | 'attachments'>;

/** Les courriels retenus pour une personne, du plus ancien au plus récent. */
export async function courrielsA(service: string, adresse: string): Promise<Courriel[]> {
  const tous = (await (await fetch(`${service}/courriels.json`)).json()) as Courriel[];
  return tous
    .filter(({ to }) => [to].flat().includes(adresse))
    .sort((a, b) => a.recuLe.localeCompare(b.recuLe));
}

/** Attend le courriel d'une personne dont l'objet correspond ; il part après la réponse du service. */
export async function attendreCourriel(
  service: string,
  adresse: string,
  objet: RegExp,
): Promise<Courriel> {
  for (let essai = 0; essai < 100; essai += 1) {
    const recu = (await courrielsA(service, adresse)).findLast(({ subject }) =>
      objet.test(subject),
    );
    if (recu) return recu;
    await new Promise((suite) => setTimeout(suite, 200));
  }
  throw new Error(`Aucun courriel ${String(objet)} à ${adresse}.`);
}

/** Le lien d'un courriel vers une page du site, jeton compris. */
export function lienVers({ text }: Courriel, chemin: string): string {
  const liens = [...text.matchAll(/https?:\/\/[^\s)\]>]+/g)].map(([adresse]) => adresse);
  const trouve = liens.find((adresse) => adresse.includes(chemin));
  if (!trouve) throw new Error(`Aucun lien vers ${chemin} dans « ${text.slice(0, 300)} ».`);
  return trouve;
}
