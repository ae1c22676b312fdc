import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITES_DES_CONTACTS } from '../../src/formulaire/regles/limites.ts';
import { tirerReference, tirerSignes } from '../../supabase/functions/_shared/references.ts';
import { BaseDEssai, contact, desLiens, EQUIPE, LE, PARCOURS } from './fabriques.ts';

let essai: BaseDEssai;
beforeAll(async () => {
  essai = await BaseDEssai.ouvrir();
});
afterAll(() => essai.fermer());

describe('la déclaration', () => {
  const declarer = async (second = contact('entreprise-2'), premier = contact('entreprise-1')) => {
    const liens = desLiens(3);
    const id = tirerSignes(8);
    const contacts = [premier, second, contact('acheteur')];
    const p_declaration = {
      id: randomUUID(),
      cle: randomUUID(),
      reference: tirerReference('P'),
      public: { ...PARCOURS, id },
      contacts,
      acheteurCourriel: 'acheteur@acheteur.example',
    };
    const recevoir = () =>
      essai.appeler('declaration_creer', {
        p_declaration,
        p_liens: liens,
        p_limites: [],
        p_equipe: EQUIPE,
        p_maintenant: LE,
      });
    const recue = await recevoir();
    expect(await recevoir()).toEqual(recue);
    return { liens, id, contacts, recue };
  };
  const lire = (empreinte: string, portee: string) =>
    essai.appeler('declaration_lire', {
      p_empreinte: empreinte,
      p_portee: portee,
      p_maintenant: LE,
    });
  const valider = (empreinte: string, accepte = true) =>
    essai.appeler('declaration_valider', {
      p_empreinte: empreinte,
      p_accepte: accepte,
      p_motif: accepte ? null : 'Doublon',
      p_maintenant: LE,
    });

  it('n’écrit qu’une fois à la personne qui est les deux contacts de l’entreprise', async () => {
    const elle = { ...contact('entreprise-1'), courriel: 'seule@entreprise.example' };
    const suivante = { ...elle, courriel: 'suivante@entreprise.example' };
    const { liens } = await declarer({ ...elle, role: 'entreprise-2' }, elle);
    const recus = () =>
      essai.lignes<{ gabarit: string }>(
        'select gabarit from prive.courriels where destinataire in ($1, $2) order by cree_le',
        [elle.courriel, suivante.courriel],
      );
    const avant = await recus();
    await essai.appeler('declaration_confirmer_contacts', {
      p_empreinte: liens[0]?.empreinte,
      p_contacts: [suivante, { ...suivante, role: 'entreprise-2' }],
      p_equipe: EQUIPE,
      p_limites: LIMITES_DES_CONTACTS,
      p_maintenant: LE,
    });
    expect(avant.map(({ gabarit }) => gabarit)).toEqual(['confirmer-contacts']);
    const apres = (await recus()).filter(({ gabarit }) => gabarit === 'contact-modifie');
    expect(apres).toHaveLength(2);
  });

  it('entre au catalogue à la validation seulement, avec les contacts corrigés', async () => {
    const { liens, id, recue } = await declarer();
    expect(recue).toMatchObject({ statut: 'recue' });
    const [une, , equipe] = liens;
    expect(await lire(une?.empreinte ?? '', 'confirmer-contacts')).toMatchObject({
      statut: 'declaree',
      contacts: [{ role: 'entreprise-1' }, { role: 'entreprise-2' }],
    });
    expect(await lire(une?.empreinte ?? '', 'valider-declaration')).toEqual({
      statut: 'lien-inconnu',
    });
    expect(await essai.etat(id)).toBeNull();
    const corriges = [contact('entreprise-1', 'Nouvelle Exemple'), contact('entreprise-2')];
    expect(
      await essai.appeler('declaration_confirmer_contacts', {
        p_empreinte: une?.empreinte,
        p_contacts: corriges,
        p_equipe: EQUIPE,
        p_limites: LIMITES_DES_CONTACTS,
        p_maintenant: LE,
      }),
    ).toMatchObject({ statut: 'contacts-confirmes' });
    expect(await valider(equipe?.empreinte ?? '')).toMatchObject({
      statut: 'validee',
      deja: false,
    });
    expect(await valider(equipe?.empreinte ?? '', false)).toMatchObject({
      statut: 'validee',
      deja: true,
    });
    expect(await essai.etat(id)).toMatchObject({ disponibilite: 'disponible' });
    expect(
      await essai.lignes(
        'select role, nom, confirme_le is not null as confirme from prive.contacts where parcours_id = $1 order by role',
        [id],
      ),
    ).toEqual([
      { role: 'acheteur', nom: 'Camille Exemple', confirme: false },
      { role: 'entreprise-1', nom: 'Nouvelle Exemple', confirme: true },
      { role: 'entreprise-2', nom: 'Camille Exemple', confirme: true },
    ]);
  });

  const confirmer = (empreinte: string, contacts: unknown[]) =>
    essai.appeler('declaration_confirmer_contacts', {
      p_empreinte: empreinte,
      p_contacts: contacts,
      p_equipe: EQUIPE,
      p_limites: LIMITES_DES_CONTACTS,
      p_maintenant: LE,
    });
  const ecritsA = async (id: string) =>
    (
      await essai.lignes<{ quoi: string }>(
        `select gabarit || ' ' || destinataire as quoi from prive.courriels
         where donnees -> 'public' ->> 'id' = $1
           and gabarit in ('contact-modifie', 'contacts-confirmes', 'contacts-a-verifier')`,
        [id],
      )
    )
      .map(({ quoi }) => quoi)
      .sort();

  it('une confirmation rejouée n’écrit à personne, et finit par attendre', async () => {
    const { liens, id, contacts } = await declarer();
    const empreinte = liens[0]?.empreinte ?? '';
    for (let fois = 0; fois < 10; fois += 1)
      expect(await confirmer(empreinte, contacts.slice(0, 2))).toMatchObject({
        statut: 'contacts-confirmes',
      });
    expect(await ecritsA(id)).toEqual([`contacts-confirmes ${EQUIPE}`]);
    expect(await confirmer(empreinte, contacts.slice(0, 2))).toMatchObject({ statut: 'limite' });
  });

  it('une correction s’apprend aux deux adresses, et le lien de la personne remplacée ne vaut plus rien', async () => {
    const { liens, id, contacts } = await declarer();
    const [un, deux] = contacts;
    const neuf = contact('entreprise-2', 'Nouvelle Exemple');
    await confirmer(liens[0]?.empreinte ?? '', [un, neuf]);
    expect(await ecritsA(id)).toEqual(
      [
        `contact-modifie ${deux?.courriel ?? ''}`,
        `contact-modifie ${neuf.courriel}`,
        `contacts-confirmes ${EQUIPE}`,
      ].sort(),
    );
    expect(await confirmer(liens[1]?.empreinte ?? '', [un, deux])).toEqual({
      statut: 'lien-inconnu',
    });
  });

  it('après la validation, une correction attend l’équipe', async () => {
    const { liens, id, contacts } = await declarer();
    const [un, deux] = contacts;
    await valider(liens[2]?.empreinte ?? '');
    const neuf = contact('entreprise-2', 'Nouvelle Exemple');
    expect(await confirmer(liens[0]?.empreinte ?? '', [un, neuf])).toMatchObject({
      statut: 'a-verifier',
    });
    expect(
      await essai.lignes(
        "select courriel from prive.contacts where parcours_id = $1 and role = 'entreprise-2'",
        [id],
      ),
    ).toEqual([{ courriel: deux?.courriel }]);
    expect(await ecritsA(id)).toEqual(
      [
        `contact-modifie ${deux?.courriel ?? ''}`,
        `contact-modifie ${neuf.courriel}`,
        `contacts-a-verifier ${EQUIPE}`,
      ].sort(),
    );
  });

  it('refusée, elle ne publie rien et dit pourquoi à l’acheteur', async () => {
    const { liens, id } = await declarer();
    expect(await valider(liens[2]?.empreinte ?? '', false)).toMatchObject({ statut: 'refusee' });
    expect(await essai.etat(id)).toBeNull();
    expect(
      await essai.lignes(
        `select donnees ->> 'motif' as motif from prive.courriels
         where gabarit = 'declaration-refusee' and donnees -> 'public' ->> 'id' = $1`,
        [id],
      ),
    ).toEqual([{ motif: 'Doublon' }]);
  });
});
