import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ServiceDEssai, uneAdresse, type Corps } from './service.ts';
import { DEPART, dernier, DossierDEssai, type Role } from './suivi.ts';

let essai: ServiceDEssai;
let dossier: DossierDEssai;
beforeAll(async () => {
  essai = await ServiceDEssai.ouvrir({ depart: DEPART });
  dossier = await DossierDEssai.ouvrir(essai);
  await essai.courrielsPartis();
});
afterAll(() => essai.fermer());

const taper = async (reference: string, code: string, entetes = uneAdresse()) =>
  essai.poster('ouvrir-par-code', { reference, code, ...(await essai.enveloppe()) }, entetes);

/** Ce qu'un courriel dit de taper. */
function aTaper(texte: string): { reference: string; code: string } {
  const lu = /la\s+référence\s+(D-\S{6})\s+et\s+le\s+code\s+(\S{4}-\S{4})\./.exec(texte);
  if (!lu?.[1] || !lu[2]) throw new Error(texte);
  return { reference: lu[1], code: lu[2] };
}

/** De même pour le suivi : la demande de confirmation et la suite partent ensemble, et arrivent comme elles peuvent. */
async function duSuivi(role: Role, d = dossier) {
  const lien = `/suivi/#${await d.jeton(role)}`;
  const courriel = essai.courriels(d.adresse(role)).find(({ text }) => text.includes(lien));
  if (!courriel) throw new Error(`Aucun courriel n’ouvre ${lien}.`);
  return aTaper(courriel.text);
}

const REFUS: Corps = {
  statut: 'erreurs',
  erreurs: { code: expect.stringContaining('Ce code n’ouvre pas') as string },
};

describe('le code d’un courriel', () => {
  it.each(['tutrice', 'entreprise-1', 'acheteur', 'equipe'] as const)(
    'ouvre le lien qu’il remplace, et lui seul (%s)',
    async (role) => {
      const { reference, code } = await duSuivi(role);
      const reponse = await taper(reference.toUpperCase(), code.replace('-', ' '));
      expect(reponse).toMatchObject({
        statut: 200,
        corps: { statut: 'ouvert', jeton: await dossier.jeton(role) },
      });
      expect(reponse.entetes.get('Cache-Control')).toBe('no-store');
    },
  );

  it('d’une demande à confirmer ouvre la page qui confirme, et ne confirme rien', async () => {
    const { corps } = await essai.exprimer({ debutLe: dossier.jour(30) });
    await essai.courrielsPartis();
    const { reference, code } = aTaper(dernier(essai, String(corps.courriel)).text);
    const { jeton } = (await taper(reference, code)).corps;
    expect((await essai.poster('demande/lire-lien', { jeton })).corps).toMatchObject({
      portee: 'confirmer-demande',
      statut: 'a-confirmer',
    });
  });

  it('répond pareil pour un code faux, d’une référence connue ou inconnue', async () => {
    const { reference, code } = await duSuivi('acheteur');
    const faux = await taper(reference, 'bcdf-ghjk');
    const inconnue = await taper('D-bcdfg2', code);
    expect(faux).toMatchObject({ statut: 422, corps: REFUS });
    expect(inconnue.corps).toEqual(faux.corps);
    expect(inconnue.statut).toBe(422);
  });

  it('un robot qui remplit la case cachée, ou sans preuve de travail, n’ouvre rien', async () => {
    const tape = await duSuivi('tutrice');
    expect(
      (await essai.poster('ouvrir-par-code', { ...tape, leurre: 'x' }, uneAdresse())).corps,
    ).toEqual(REFUS);
    const sansPreuve = { ...tape, leurre: '', ouvertA: Date.now() - 60_000 };
    expect(await essai.poster('ouvrir-par-code', sansPreuve, uneAdresse())).toMatchObject({
      statut: 422,
      corps: { erreurs: { preuve: expect.any(String) as string } },
    });
  });

  it('se cherche cinq fois par heure, de cent réseaux comme d’un seul ; le bon attend alors aussi', async () => {
    const autre = await DossierDEssai.ouvrir(essai);
    await essai.courrielsPartis();
    const { reference, code } = await duSuivi('tutrice', autre);
    const statuts: number[] = [];
    for (let fois = 0; fois < 6; fois += 1)
      statuts.push((await taper(reference, 'bcdf-ghjk')).statut);
    expect(statuts).toEqual([422, 422, 422, 422, 422, 429]);
    const { statut, entetes } = await taper(reference, code);
    expect([statut, Number(entetes.get('Retry-After')) <= 3_600]).toEqual([429, true]);
    // Le lien, lui, s'ouvre toujours.
    expect((await autre.lire('tutrice')).role).toBe('tutrice');
  });

  it('vaut sept jours après son courriel, puis plus', async () => {
    const { reference, code } = await duSuivi('tutrice');
    const depart = DEPART.getTime();
    await essai.service.horloge.aller(new Date(depart + 7 * 86_400_000));
    expect(await taper(reference, code)).toMatchObject({
      statut: 200,
      corps: { statut: 'ouvert' },
    });
    await essai.service.horloge.aller(new Date(depart + 8 * 86_400_000));
    expect(await taper(reference, code)).toMatchObject({ statut: 422, corps: REFUS });
  });
});
