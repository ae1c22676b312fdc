import { randomUUID } from 'node:crypto';
import { tirerReference } from '../../supabase/functions/_shared/references.ts';
import { contact, desLiens, EQUIPE, LE, PARCOURS, type BaseDEssai } from './fabriques.ts';
import { Listes } from './listes-fabriques.ts';
import { Dossier } from './suivi-fabriques.ts';
import { Verification } from './verification-fabriques.ts';

/** La personne dont on suit la trace : son adresse est dans chaque colonne qui peut la porter. */
export const ALIX = 'alix.exemple@lycee.example';

const TEXTE = `Écrivez à ${ALIX}.\nOu au 01 99 00 12 34.`;

async function declarer(essai: BaseDEssai, etat: string, acheteurCourriel = ALIX): Promise<void> {
  const reference = tirerReference('P');
  const { statut } = await essai.appeler('declaration_creer', {
    p_declaration: {
      id: randomUUID(),
      reference,
      cle: randomUUID(),
      public: { ...PARCOURS, id: reference.replace('P-', 'zz'), intitule: `Chez ${ALIX}` },
      contacts: [
        { ...contact('entreprise-1'), courriel: ALIX, nom: 'Alix Exemple' },
        contact('entreprise-2'),
        contact('acheteur'),
      ],
      acheteurCourriel,
      marche: { objet: TEXTE },
    },
    p_liens: desLiens(3),
    p_limites: [],
    p_equipe: EQUIPE,
    p_maintenant: LE,
  });
  if (statut !== 'recue') throw new Error(statut);
  await essai.base.query(
    'update prive.declarations set etat = $2, motif = $3, close_le = $4 where reference = $1',
    [reference, etat, TEXTE, etat === 'refusee' || etat === 'validee' ? LE : null],
  );
}

const ecrireALEquipe = (essai: BaseDEssai, courriel: string, message = TEXTE) =>
  essai.appeler('message_deposer', {
    p_message: {
      id: randomUUID(),
      cle: randomUUID(),
      reference: tirerReference('M'),
      role: 'entreprise',
      sujet: 'contact-change',
      parcoursId: null,
      nom: courriel === ALIX ? 'Alix Exemple' : 'Camille Exemple',
      courriel,
      details: { nouveauContact: { nom: 'Alix Exemple', courriel: ALIX, telephone: null } },
      message,
    },
    p_limites: [{ cle: `courriel:${'a'.repeat(64)}`, secondes: 86_400, max: 5 }],
    p_equipe: EQUIPE,
    p_maintenant: LE,
  });

/** Une base vivante : chaque table, chaque état, et rien qui se termine de lui-même. Rend les dossiers actifs d'Alix. */
export async function peupler(essai: BaseDEssai): Promise<Dossier[]> {
  const personne = { courriel: ALIX, nom: 'Alix Exemple', telephone: '01 99 00 12 34' };
  const [sansFin, loin, fini, reserve] = [
    await essai.unParcours({ finLe: null }),
    await essai.unParcours({ finLe: '2090-01-01' }),
    await essai.unParcours(),
    await essai.unParcours({ finLe: null }),
  ];
  const dossiers: Dossier[] = [];
  for (const parcours of [sansFin, loin, fini]) {
    dossiers.push(await Dossier.ouvrir(essai, { ...personne, message: TEXTE }, parcours));
    await essai.demander(parcours);
    await essai.demander(parcours);
  }
  for (const dossier of dossiers)
    await dossier.agir('entreprise-1', {
      evenements: [
        { genre: 'report', donnees: { jusquAu: '2026-12-20', motif: 'autre' }, precision: TEXTE },
      ],
    });
  for (const { id } of dossiers)
    await essai.base.query('insert into prive.lieux_de_rencontre values ($1, $2, $2, $2, $2)', [
      id,
      ALIX,
    ]);
  // Une attente que rien ne viendra servir : le parcours est réservé par l'équipe.
  await essai.base.query("update prive.parcours set disponibilite = 'reserve' where id = $1", [
    reserve,
  ]);
  await essai.demander(reserve, personne);
  await essai.creer(sansFin, { ...personne, courriel: ` ${ALIX.toUpperCase()} ` });
  const [retiree, terminee] = [await essai.unParcours(), await essai.unParcours()];
  const { bilan: fin } = await essai.demander(terminee, personne);
  await essai.terminer(fin.reference, 300);
  await essai.retirer((await essai.demander(retiree, personne)).lien.empreinte);
  // Un parcours où elle est le contact de l'entreprise, et un autre dossier y est en cours.
  const chezElle = await Dossier.ouvrir(essai);
  await essai.base.query(
    `update prive.contacts set courriel = $2, nom = 'Alix Exemple', telephone = '01 99 00 12 34'
     where parcours_id = $1 and role = 'entreprise-1'`,
    [chezElle.parcours, ALIX],
  );
  await essai.base.query('insert into prive.marches values ($1, $2, $2, $2, $2, $2)', [
    chezElle.parcours,
    ALIX,
  ]);
  // L'import vient de la remplacer : elle ne l'a pas encore appris.
  await essai.base.query(
    "insert into prive.contacts_a_prevenir values ($1, 'entreprise-2', $2, false, $3)",
    [chezElle.parcours, ALIX, LE],
  );
  // Elle avait passé la main à l'autre contact d'un dossier, qui n'a pas encore ouvert son lien.
  await essai.base.query(
    "insert into prive.relais values ($1, 'entreprise-2', 'Alix Exemple', $2, '01 99 00 12 34', $3)",
    [dossiers[2]?.parcours, ALIX, LE],
  );
  // Elle demande les dossiers d'un acheteur parti ; et l'on dit ailleurs que c'est elle qui est partie.
  await essai.base.query(
    `insert into prive.releves values (gen_random_uuid(), gen_random_uuid(), 'Alix Exemple', $1,
       '01 99 00 12 34', null, $2, $3),
     (gen_random_uuid(), gen_random_uuid(), 'Noa Exemple', 'noa@mairie.example', null, $1, null, $3)`,
    [ALIX, TEXTE, LE],
  );
  for (const etat of ['declaree', 'contacts-confirmes', 'validee', 'refusee'])
    await declarer(essai, etat);
  await declarer(essai, 'declaree', 'acheteur@mairie.example');
  await ecrireALEquipe(essai, ALIX);
  await ecrireALEquipe(essai, 'camille@entreprise.example', `${ALIX} ne répond plus.`);
  const listes = new Listes(essai);
  await listes.membre(ALIX, 'equipe');
  await listes.membre('noa@ac.example', 'coordination', 'rennes');
  // Une collègue qu'elle a dit connaître ; et une autre a dit la connaître, elle.
  const verification = new Verification(essai);
  const { demande } = await verification.ouvrir();
  await verification.repondre(demande, true);
  await verification.ouvrir();
  await essai.base.query('update prive.personnes_connues set par_courriel = $1', [ALIX]);
  await essai.base.query(
    "insert into prive.personnes_connues values ($1, 'coordination', 'noa@ac.example', $2, $2)",
    [ALIX, LE],
  );
  await listes.retrouver(ALIX);
  await dossiers[0]?.relancer('tutrice', 'rappel', { courriel: ALIX });
  await essai.base.exec(
    `insert into prive.preuves values ('${'e'.repeat(64)}', '${LE.toISOString()}')`,
  );
  await essai.base.exec(`update prive.courriels set etat = 'mort' where gabarit = 'suivi-liens'`);
  return dossiers;
}
