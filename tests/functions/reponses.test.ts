import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aUneReponse, adresseDeRetour } from '../../supabase/embarque/reponses.ts';
import { annoncer, courrielDe, recusPar, repondre, TEXTE, unDossier } from './repondre.ts';
import { ServiceDEssai } from './service.ts';
import { avancer, dernier, DEPART, objets } from './suivi.ts';

let essai: ServiceDEssai;
beforeAll(async () => {
  essai = await ServiceDEssai.ouvrir({ depart: DEPART });
});
afterAll(() => essai.fermer());

describe('l’adresse de réponse d’un courriel', () => {
  it('est à lui, et il dit qui le lira', async () => {
    const dossier = await unDossier(essai);
    const entreprise = courrielDe(dossier, 'entreprise-1');
    expect(entreprise.text).toContain('Répondre à ce courriel écrit au tuteur');
    const tutrice = courrielDe(dossier, 'tutrice');
    // Aucun rendez-vous proposé : rien ne passe encore à l'entreprise.
    expect(tutrice.text).toContain('Répondre à ce courriel écrit à l’équipe');
    const acheteur = courrielDe(dossier, 'acheteur');
    expect(acheteur.text).toContain('Répondre à ce courriel écrit à l’équipe');
    const adresses = [entreprise, tutrice, acheteur].map(adresseDeRetour);
    expect(new Set(adresses).size).toBe(3);
    for (const role of ['entreprise-1', 'tutrice', 'acheteur'] as const)
      expect(adresses.join(' ')).not.toContain(await dossier.jeton(role));
    const equipe = dernier(essai, dossier.adresse('equipe'));
    expect(aUneReponse(equipe)).toBe(false);
  });
});

describe('une réponse de l’entreprise', () => {
  it('passe aussitôt à la tutrice, sans lien ni adresse, et n’est pas gardée', async () => {
    const dossier = await unDossier(essai);
    const courriel = courrielDe(dossier, 'entreprise-1');
    expect(courriel.text).toContain(await dossier.jeton('entreprise-1'));
    expect(await repondre(essai, courriel, { texte: TEXTE })).toMatchObject({
      statut: 200,
      corps: { statut: 'fait' },
    });
    const passe = dernier(essai, dossier.adresse('tutrice'));
    expect(passe.subject).toContain('L’entreprise vous répond');
    expect(passe.text).toMatch(/jeudi 18 à 10\sh/);
    expect(passe.text).toContain(`#${await dossier.jeton('tutrice')}.confirmer-reponse`);
    expect(passe.text).toContain(`#${await dossier.jeton('tutrice')}.ecarter-reponse`);
    const tout = JSON.stringify(passe);
    expect(tout).not.toContain(await dossier.jeton('entreprise-1'));
    expect(tout).not.toContain(dossier.adresse('entreprise-1'));
    const { rows } = await essai.service.base.query<{ tout: string }>(
      `select coalesce(string_agg(t, ' '), '') as tout from (
         select to_jsonb(c)::text as t from prive.courriels c
         union all select to_jsonb(e)::text from prive.evenements e
         union all select to_jsonb(r)::text from prive.reponses_recues r) x`,
    );
    expect(rows[0]?.tout).not.toContain('jeudi 18');
    expect(essai.journal.join('\n')).not.toContain('jeudi 18');
    const lu = await dossier.lire('acheteur');
    expect(lu.suivi).toMatchObject({ etat: 'reponse-recue', prochaine: { qui: 'tutrice' } });
    expect(lu.evenements.at(-1)).toMatchObject({
      genre: 'reponse-par-courriel',
      auteur: 'systeme',
      donnees: { role: 'entreprise-1', a: 'tutrice', autre: false },
    });
  });

  it('arrête les rappels ; « c’est une réponse » les garde arrêtés', async () => {
    const dossier = await unDossier(essai);
    await repondre(essai, courrielDe(dossier, 'entreprise-1'), { texte: TEXTE });
    expect(await dossier.agir('tutrice', 'confirmer-reponse')).toMatchObject({ statut: 200 });
    await essai.courrielsPartis();
    const avant = objets(essai, dossier.adresse('entreprise-1'));
    await avancer(essai, 20);
    expect(objets(essai, dossier.adresse('entreprise-1'))).toEqual(avant);
    expect(objets(essai, dossier.adresse('acheteur')).join('\n')).not.toContain('pas répondu');
    expect(objets(essai, dossier.adresse('tutrice')).join('\n')).not.toContain('pas répondu');
  });

  it('« ce n’en est pas une » : les rappels reprennent, et l’entreprise n’en sait rien', async () => {
    const dossier = await unDossier(essai);
    await repondre(essai, courrielDe(dossier, 'entreprise-1'), { texte: 'Bien reçu.' });
    const avant = recusPar(dossier, 'entreprise-1');
    expect(await dossier.agir('tutrice', 'ecarter-reponse')).toMatchObject({ statut: 200 });
    await essai.courrielsPartis();
    expect(recusPar(dossier, 'entreprise-1')).toBe(avant);
    await avancer(essai, 10);
    expect(recusPar(dossier, 'entreprise-1')).toBeGreaterThan(avant);
  });

  it('redite, dix fois à la fois, ne passe qu’une fois', async () => {
    const dossier = await unDossier(essai);
    const reponse = essai.service.reponses.ecrire(courrielDe(dossier, 'entreprise-1'), {
      texte: TEXTE,
    });
    const avant = recusPar(dossier, 'tutrice');
    await Promise.all(Array.from({ length: 10 }, () => annoncer(essai, reponse)));
    expect(await annoncer(essai, reponse)).toMatchObject({ corps: { statut: 'deja' } });
    expect(recusPar(dossier, 'tutrice') - avant).toBe(1);
    const reponses = (await dossier.genres()).filter((genre) => genre === 'reponse-par-courriel');
    expect(reponses).toHaveLength(1);
  });

  it('le fournisseur en panne, sera redite et passera', async () => {
    const dossier = await unDossier(essai);
    const reponse = essai.service.reponses.ecrire(courrielDe(dossier, 'entreprise-1'), {
      texte: TEXTE,
    });
    const avant = recusPar(dossier, 'tutrice');
    essai.service.fournisseur.humeur = () => 'panne';
    expect((await annoncer(essai, reponse)).statut).toBe(503);
    essai.service.fournisseur.humeur = () => 'ok';
    expect(recusPar(dossier, 'tutrice')).toBe(avant);
    expect((await annoncer(essai, reponse)).statut).toBe(200);
    expect(recusPar(dossier, 'tutrice') - avant).toBe(1);
  });

  it('d’une autre adresse, passe aussi, et le dit', async () => {
    const dossier = await unDossier(essai);
    await repondre(essai, courrielDe(dossier, 'entreprise-1'), {
      texte: TEXTE,
      de: 'Standard <standard@entreprise.example>',
    });
    expect(dernier(essai, dossier.adresse('tutrice')).text).toContain('d’une autre adresse');
    expect((await dossier.lire('tutrice')).evenements.at(-1)?.donnees).toMatchObject({
      autre: true,
    });
  });

  it('en HTML seul, trop longue, avec des pièces : le texte passe, et le reste se dit', async () => {
    const dossier = await unDossier(essai);
    const courriel = courrielDe(dossier, 'entreprise-1');
    const piece = { id: 'p', filename: 'cv.pdf', size: 10, content_type: 'application/pdf' };
    await repondre(essai, courriel, {
      texte: '',
      champs: {
        text: '',
        html: `<p>Jeudi 18, <b>10 h</b>.</p><script>alert(1)</script><p>${'mot '.repeat(4_000)}</p><blockquote>${courriel.html}</blockquote>`,
        attachments: [piece, piece],
      },
    });
    const passe = dernier(essai, dossier.adresse('tutrice'));
    expect(passe.text).toMatch(/Jeudi 18, 10\sh\./);
    expect(passe.html).not.toContain('<script>');
    expect(passe.text).toMatch(/2\spièces jointes ne sont pas transmises/);
    expect(passe.text).toContain('La fin, trop longue, n’est pas transmise');
    expect(passe.attachments).toEqual([]);
    expect(JSON.stringify(passe)).not.toContain(await dossier.jeton('entreprise-1'));
  });

  it('la conversation continue par le service, sans adresse', async () => {
    const dossier = await unDossier(essai);
    await repondre(essai, courrielDe(dossier, 'entreprise-1'), { texte: TEXTE });
    const passe = dernier(essai, dossier.adresse('tutrice'));
    expect(passe.text).toContain('Répondre à ce courriel écrit à l’entreprise');
    await repondre(essai, passe, { texte: 'Jeudi me convient.' });
    const retour = dernier(essai, dossier.adresse('entreprise-1'));
    expect(retour.text).toContain('Jeudi me convient.');
    expect(JSON.stringify(retour)).not.toContain(await dossier.jeton('tutrice'));
    expect(JSON.stringify(retour)).not.toContain(dossier.adresse('tutrice'));
  });
  it('sans lien valable, passe quand même à chacun des deux contacts', async () => {
    const dossier = await unDossier(essai);
    await repondre(essai, courrielDe(dossier, 'entreprise-1'), { texte: TEXTE });
    const passe = dernier(essai, dossier.adresse('tutrice'));
    await essai.service.base.query(
      "update prive.liens set expire_le = cree_le where demande_id = $1 and role like 'entreprise-%'",
      [dossier.demande.id],
    );
    await repondre(essai, passe, { texte: 'Jeudi me convient.' });
    for (const role of ['entreprise-1', 'entreprise-2'] as const)
      expect(dernier(essai, dossier.adresse(role)).text, role).toContain('Jeudi me convient.');
  });
});
