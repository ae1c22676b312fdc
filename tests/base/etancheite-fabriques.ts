import { randomUUID } from 'node:crypto';
import { tirerReference, tirerSignes } from '../../supabase/functions/_shared/references.ts';
import { contact, desLiens, EQUIPE, LE, PARCOURS, unLien, type BaseDEssai } from './fabriques.ts';
import { Dossier } from './suivi-fabriques.ts';
import { unInconnu } from './verification-fabriques.ts';

/** Deux dossiers complets, une demande en attente, une proposée, une à vérifier, une déclaration, et toutes les listes. */
export async function remplir(essai: BaseDEssai): Promise<void> {
  const dossiers = [await Dossier.ouvrir(essai), await Dossier.ouvrir(essai)];
  for (const dossier of dossiers)
    await essai.base.query(
      `insert into prive.contacts (parcours_id, role, courriel, cree_le)
       values ($1, 'prescripteur', $2, $3)`,
      [dossier.parcours, `prescripteur.${dossier.parcours}@acheteur.example`, LE],
    );
  await essai.appeler('liens_completer', { p_liens: desLiens(5), p_maintenant: LE });
  await essai.demander(dossiers[0]?.parcours ?? '');
  const libre = await essai.unParcours();
  const premiere = await essai.demander(libre);
  await essai.demander(libre);
  await essai.retirer(premiere.lien.empreinte, unLien());
  await essai.appeler('declaration_creer', {
    p_declaration: {
      id: randomUUID(),
      cle: randomUUID(),
      reference: tirerReference('P'),
      public: { ...PARCOURS, id: tirerSignes(8) },
      contacts: [contact('entreprise-1'), contact('entreprise-2'), contact('acheteur')],
      acheteurCourriel: 'acheteur@acheteur.example',
    },
    p_liens: desLiens(3),
    p_limites: [],
    p_equipe: EQUIPE,
    p_maintenant: LE,
  });
  await essai.demander(await essai.unParcours(), unInconnu());
  for (const [courriel, genre, academie] of [
    ['membre@csf.example', 'equipe', null],
    ['coordination@rennes.example', 'coordination', 'rennes'],
  ] as const) {
    await essai.appeler('membres_ajouter', {
      p_courriel: courriel,
      p_genre: genre,
      p_academie: academie,
      p_maintenant: LE,
    });
  }
  const acheteurs = await essai.lignes<{ courriel: string }>(
    "select courriel from prive.contacts where role in ('acheteur', 'prescripteur')",
  );
  const tutrices = await essai.lignes<{ courriel: string }>(
    "select courriel from prive.demandes where etat = 'active' order by id limit 1",
  );
  for (const courriel of [
    'membre@csf.example',
    'coordination@rennes.example',
    ...tutrices.map((tutrice) => tutrice.courriel),
    ...acheteurs.map((acheteur) => acheteur.courriel),
  ])
    await essai.appeler('liens_retrouver', {
      p_courriel: courriel,
      p_equipe: EQUIPE,
      p_liens: desLiens(4),
      p_limites: [],
      p_maintenant: LE,
    });
}
