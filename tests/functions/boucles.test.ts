import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITES_DU_SUIVI } from '../../supabase/functions/_shared/suivi/regles.ts';
import { jourAParis } from '../../src/socle/dates.ts';
import { ServiceDEssai, uneAdresse } from './service.ts';
import { avancer, DEPART, dernier, DossierDEssai, JOUR } from './suivi.ts';

let essai: ServiceDEssai;
beforeAll(async () => {
  essai = await ServiceDEssai.ouvrir({ depart: DEPART });
});
afterAll(() => essai.fermer());

/** Ce qu'une personne peut en causer à une autre en un jour. */
const MAX = 3;

/** Les courriels arrivés à une adresse pendant un geste répété. */
async function arrives(adresse: string, agir: () => Promise<void>): Promise<number> {
  await essai.courrielsPartis();
  const avant = essai.courriels(adresse).length;
  await agir();
  await essai.courrielsPartis();
  return essai.courriels(adresse).length - avant;
}

describe('personne ne remplit la boîte d’un autre', () => {
  it('en interrompant et en reprenant un accueil en boucle : trois courriels, puis un seul le lendemain, qui dit le reste', async () => {
    const dossier = await DossierDEssai.ouvrir(essai);
    for (const etape of ['noter-reunion', 'signer-convention', 'commencer'])
      await dossier.agir('tutrice', etape, { le: dossier.jour() });
    await avancer(essai, 2);
    const statuts: number[] = [];
    const [entreprise, acheteur] = [dossier.adresse('entreprise-1'), dossier.adresse('acheteur')];
    const dEmblee = await arrives(entreprise, async () => {
      for (let fois = 0; fois < 20; fois += 1) {
        const geste = fois % 2 === 0 ? 'interrompre' : 'reprendre';
        const { statut, corps, entetes } = await dossier.agir('tutrice', geste, {
          le: dossier.jour(),
          ...(fois % 2 === 0 ? { motif: 'vacances' } : {}),
        });
        statuts.push(statut);
        if (statut !== 429) continue;
        expect(corps).toMatchObject({ statut: 'limite' });
        expect(Number(entetes.get('Retry-After'))).toBeGreaterThan(0);
      }
    });
    const gestes = LIMITES_DU_SUIVI.find(({ par }) => par === 'lien')?.max ?? 0;
    expect(statuts.filter((statut) => statut === 200)).toHaveLength(gestes);
    // La reprise refusée, l'accueil reste interrompu : l'interrompre encore n'est pas permis non plus.
    expect(new Set(statuts.slice(gestes))).toEqual(new Set([429, 409]));
    expect(dEmblee).toBe(MAX);
    const chezLAcheteur = await arrives(acheteur, async () => {
      expect(await arrives(entreprise, () => avancer(essai, 1))).toBe(1);
    });
    expect(chezLAcheteur).toBe(1);
    const { subject, text } = dernier(essai, entreprise);
    expect(subject).toContain('Ce qui s’est passé');
    expect(text).toContain(await dossier.jeton('entreprise-1'));
  });

  it('en confirmant et en retirant sous des alias, ni en corrigeant les contacts d’une déclaration', async () => {
    const nom = `alix.${randomUUID().slice(0, 8)}`;
    const victime = `victime.${randomUUID().slice(0, 8)}@ailleurs.example`;
    const debutLe = jourAParis(new Date(essai.service.horloge.maintenant.getTime() + 30 * JOUR));
    const reponses: number[] = [];
    for (const parcoursId of await essai.parcoursLibres(5)) {
      const courriel = `${nom}+${parcoursId}@lycee.example`;
      const champs = { parcoursId, courriel, debutLe };
      reponses.push((await essai.exprimer(champs)).reponse.statut);
    }
    expect(reponses).toEqual([202, 202, 202, 429, 429]);
    const recus = await arrives(victime, async () => {
      for (let fois = 0; fois < 5; fois += 1) {
        const contact = `une.${randomUUID().slice(0, 8)}@declare.example`;
        const entreprise1 = { nom: 'Camille Exemple', courriel: contact, telephone: '' };
        await essai.poster(
          'declarer-parcours',
          {
            cle: randomUUID(),
            domaine: 'logistique',
            taches: ['Préparer les commandes', 'Ranger la réserve'],
            heures: 300,
            commune: '35238',
            conditions: [],
            finLe: '2030-01-01',
            finReconductionLe: null,
            entreprise1,
            entreprise2: { nom: 'Sacha Exemple', courriel: victime, telephone: '' },
            suivi: { nom: 'Lou Exemple', courriel: `suivi.${contact}`, telephone: '' },
            roleDuSuivi: 'acheteur',
            consentement: true,
            ...(await essai.enveloppe()),
            ouvertA: essai.service.horloge.maintenant.getTime() - 60_000,
          },
          uneAdresse(),
        );
        await essai.courrielsPartis();
        const jeton = essai.jeton(contact, '/declaration/contacts/');
        for (const courriel of [`tierce.${contact}`, victime])
          await essai.poster('confirmer-contacts', {
            jeton,
            entreprise1,
            entreprise2: { nom: 'Sacha Exemple', courriel, telephone: '' },
          });
      }
    });
    expect(recus).toBe(MAX);
    const [attente] = (
      await essai.service.base.query<{ portes: number }>(
        `select jsonb_array_length(donnees -> 'courriels') as portes from prive.courriels
         where gabarit = 'regroupement' and destinataire = $1`,
        [victime],
      )
    ).rows;
    expect(attente?.portes).toBe(5 * 3 - MAX);
  });
});
