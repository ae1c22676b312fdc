import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ServiceDEssai, SITE, uneAdresse, uneDemande, type Corps } from './service.ts';

let essai: ServiceDEssai;
beforeAll(async () => {
  essai = await ServiceDEssai.ouvrir();
});
afterAll(() => essai.fermer());

type Ligne = { evenement: string; salle: string; route: string; genre: string };

/** Les refus notés pendant un geste. */
async function refusDe(geste: () => Promise<unknown>): Promise<Ligne[]> {
  const debut = essai.journal.length;
  await geste();
  // La ligne arrive par la sortie des fonctions, un instant après la réponse.
  await expect.poll(() => essai.journal.length, { timeout: 2_000 }).toBeGreaterThan(debut);
  return essai.journal.slice(debut).map((ligne) => JSON.parse(ligne) as Ligne);
}

const genre = async (geste: () => Promise<unknown>) => {
  const lignes = await refusDe(geste);
  return lignes.map((ligne) => `${ligne.salle}/${ligne.route} ${ligne.genre}`);
};

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };
const poster = (nom: string, corps: Corps, entetes: Record<string, string> = {}) =>
  essai.poster(nom, corps, { ...uneAdresse(), ...entetes });
const brut = (nom: string, body: string, entetes: Record<string, string>) =>
  essai.demander(nom, { method: 'POST', headers: { ...uneAdresse(), ...entetes }, body });

describe('chaque refus', () => {
  it('laisse une ligne, et une seule, qui dit où et pourquoi', async () => {
    const enveloppe = await essai.enveloppe();
    const complet = { ...uneDemande(), ...enveloppe };
    const autre = { Origin: 'https://autre.example' };
    const cas: [string, () => Promise<unknown>][] = [
      ['contact/contacter origine', () => poster('contacter', {}, autre)],
      [
        'contact/contacter origine',
        () => fetch(essai.adresse('contacter'), { method: 'OPTIONS', headers: autre }),
      ],
      ['contact/contacter methode', () => essai.lire('contacter')],
      ['contact/contacter type', () => brut('contacter', 'x', { 'Content-Type': 'text/plain' })],
      ['contact/contacter taille', () => poster('contacter', { message: 'a'.repeat(20_001) })],
      [
        'contact/contacter illisible',
        () => brut('contacter', '{', { 'Content-Type': 'application/json' }),
      ],
      ['demande/exprimer-interet leurre', () => poster('exprimer-interet', { leurre: 'x' })],
      [
        'demande/exprimer-interet case-remplie',
        () => poster('exprimer-interet', { ...complet, leurre: 'x' }),
      ],
      ['demande/exprimer-interet leurre', () => brut('exprimer-interet', 'leurre=x', FORM)],
      [
        'demande/exprimer-interet trop-vite',
        () => poster('exprimer-interet', { ...complet, ouvertA: Date.now() }),
      ],
      [
        'demande/exprimer-interet preuve',
        () => poster('exprimer-interet', { ...complet, preuve: 'fausse' }),
      ],
      [
        'demande/exprimer-interet saisie',
        () => poster('exprimer-interet', { ...complet, nom: '' }),
      ],
      ['demande/exprimer-interet saisie', () => brut('exprimer-interet', 'nom=', FORM)],
      [
        'demande/exprimer-interet inconnu',
        () => poster('exprimer-interet', { ...complet, parcoursId: 'bbbbbbbb' }),
      ],
      ['demande/lire-lien lien-inconnu', () => poster('lire-lien', { jeton: 'A'.repeat(43) })],
      ['suivi/agir-tableau lien-inconnu', () => poster('agir-tableau', { jeton: 'coupé' })],
      ['demande/etat-parcours inconnu', () => essai.lire('etat-parcours?parcours=zzzz')],
      ['taches/relancer interdit', () => poster('relancer', {})],
      ['demande/inconnue inconnu', () => poster('demande/nulle-part', {})],
    ];
    for (const [attendu, geste] of cas) expect(await genre(geste)).toEqual([attendu]);
  });

  it('se compte aussi quand la limite est atteinte, ou le lien périmé', async () => {
    const courriel = 'limite@lycee.example';
    for (let fois = 0; fois < 3; fois += 1) await essai.exprimer({ courriel });
    expect(await genre(() => essai.exprimer({ courriel }))).toEqual([
      'demande/exprimer-interet limite',
    ]);
    const [parcours = ''] = await essai.parcoursLibres(1);
    const [jeton = ''] = await essai.demandesARecevoir(parcours, 1);
    await essai.service.fonctions.decaler(60 * 86_400_000);
    expect(await genre(() => poster('confirmer-interet', { jeton }))).toEqual([
      'demande/confirmer-interet lien-expire',
    ]);
    await essai.service.fonctions.decaler(0);
  });

  it('ce qui réussit, ou tombe en panne, n’en est pas un', async () => {
    const debut = essai.journal.length;
    const { reponse } = await essai.exprimer();
    expect(reponse.statut).toBe(202);
    await essai.lire('taches/sante');
    await essai.service.base.exec('alter function public.lien_lire rename to lien_lire_absente');
    expect((await poster('lire-lien', { jeton: 'A'.repeat(43) })).statut).toBe(503);
    await essai.service.base.exec('alter function public.lien_lire_absente rename to lien_lire');
    expect(await genre(() => essai.lire('contacter'))).toEqual(['contact/contacter methode']);
    expect(essai.journal.length).toBe(debut + 1);
  });

  it('ne porte rien de ce que l’appelant a écrit : ni champ, ni adresse, ni chemin', async () => {
    const secret = 'alix.secrete@lycee.example';
    const enveloppe = await essai.enveloppe();
    const debut = essai.journal.length;
    const partout = { ...uneAdresse(), Origin: SITE, Authorization: secret, 'User-Agent': secret };
    const textes = { ...uneDemande(), ...enveloppe, nom: '', courriel: secret, message: secret };
    await essai.poster('exprimer-interet', { ...textes, [secret]: secret }, partout);
    await essai.poster('exprimer-interet', { ...textes, leurre: secret }, partout);
    await essai.poster('lire-lien', { jeton: secret }, partout);
    await essai.poster('relancer', { jeton: secret }, partout);
    await brut('contacter', new URLSearchParams({ nom: secret }).toString(), FORM);
    await fetch(`${essai.adresse('demande')}/${encodeURIComponent(secret)}?a=${secret}`);
    await fetch(`${essai.adresse('demande')}/etat-parcours?parcours=${secret}`);
    await expect.poll(() => essai.journal.length, { timeout: 2_000 }).toBe(debut + 7);
    for (const ligne of essai.journal.slice(debut)) {
      expect(Object.keys(JSON.parse(ligne) as Ligne)).toEqual([
        ...['evenement', 'salle', 'route', 'genre'],
      ]);
      expect(ligne).toMatch(/^\{("[a-z]+":"[a-z-]+",?){4}\}$/);
      expect(ligne).not.toMatch(/alix|secrete|lycee|198\./);
    }
  });
});
