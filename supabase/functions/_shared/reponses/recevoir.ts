import { z } from 'zod';
import { LIMITES_DES_REPONSES } from '../../../../src/formulaire/regles/limites.ts';
import { adresseSeule, type Lecteur } from '../../../../src/reponses/regles/adresse.ts';
import { natureDe } from '../../../../src/reponses/regles/automatique.ts';
import { texteATransmettre, TEXTE_MAX } from '../../../../src/reponses/regles/texte.ts';
import { direLeCode, JOURS_DU_CODE } from '../../../../src/lien/regles/code.ts';
import { ajouterJours, jourAParis } from '../../../../src/socle/dates.ts';
import type { DossierSuivi } from '../../../../src/suivi/regles/dossier.ts';
import type { RoleEcrit } from '../../../../src/suivi/regles/mots.ts';
import { noterDansLesLogs, type Deps } from '../deps.ts';
import { codeDe, jetonDe } from '../jetons.ts';
import { aMaintenant } from '../liens.ts';
import { personnesDe } from '../suivi/personnes.ts';
import { adresseSignee } from './adresse.ts';
import type { Annonce } from './annonce.ts';
import { lecteurActuel, lireLeLien, suiviDe } from './lecture.ts';
import { texteDuHtml } from './texte-du-html.ts';
import { destinatairesDe, fournisseurDe, transmettre, type Recue } from './transmettre.ts';

/** Au-delà, on n'attend plus le contenu, en millisecondes. */
const PATIENCE = 10_000;

const contenuSchema = z.object({
  from: z.string(),
  subject: z.string().nullish(),
  text: z.string().nullish(),
  html: z.string().nullish(),
  headers: z.record(z.string(), z.unknown()).nullish(),
  attachments: z.array(z.unknown()).nullish(),
});
type Contenu = z.infer<typeof contenuSchema>;

export type Issue = 'ignore' | 'fait' | 'deja' | 'limite' | 'indisponible';

/** Demande le contenu ; null quand le fournisseur ne l'a pas, ou plus. */
async function contenuDe(id: string, deps: Deps): Promise<Contenu | 'indisponible' | null> {
  const { data, error } = await fournisseurDe(deps).emails.receiving.get(
    id,
    { html_format: 'cid' },
    { signal: AbortSignal.timeout(PATIENCE) },
  );
  if (error) return error.statusCode === 404 ? null : 'indisponible';
  const lu = contenuSchema.safeParse(data);
  return lu.success ? lu.data : null;
}

const entetesDe = ({ headers }: Contenu) =>
  Object.fromEntries(
    Object.entries(headers ?? {}).flatMap(([nom, valeur]) =>
      typeof valeur === 'string' ? [[nom, valeur]] : [],
    ),
  );

/** Le texte écrit, ou à défaut celui du HTML, dont le début suffit : la suite ne serait pas transmise. */
const texteDe = ({ text, html }: Contenu) =>
  text?.trim() ? text : texteDuHtml((html ?? '').slice(0, 20 * TEXTE_MAX));

/** Les codes de secours qui valent encore, d'un lien : un par jour où un courriel a pu en porter un. */
const codesDe = (lien: string, { config, maintenant }: Deps) =>
  Array.from({ length: JOURS_DU_CODE + 1 }, async (_, jours) => {
    const jour = ajouterJours(jourAParis(maintenant()), -jours);
    return direLeCode(await codeDe(config.secretLiens, lien, jour));
  });

/** Tout ce qui ouvre une page de ce dossier, jetons et codes : un courriel recopié dans une réponse en porte. */
const secretsDe = (lien: string, { liens }: DossierSuivi, deps: Deps) =>
  // Celui du courriel auquel on répond peut être plus ancien que celui qui sert aujourd'hui.
  Promise.all(
    [lien, ...liens.map(({ id }) => id)].flatMap((id) => [
      jetonDe(deps.config.secretLiens, id),
      ...codesDe(id, deps),
    ]),
  );

/** Vrai si la réponse ne vient pas de la personne à qui le courriel était adressé. */
const estUneAutre = (de: string, role: RoleEcrit, dossier: DossierSuivi) =>
  !personnesDe(dossier, '').some(
    (personne) => personne.role === role && personne.courriel.toLowerCase() === adresseSeule(de),
  );

/** Le lecteur annoncé, ou l'équipe s'il ne peut plus l'être ou si rien ne lui arrive. */
function lecteurJoignable(
  annonce: Lecteur,
  role: RoleEcrit,
  de: string,
  dossier: DossierSuivi,
  deps: Deps,
) {
  const suivi = suiviDe(dossier, deps);
  const lecteur = lecteurActuel(annonce, role, dossier, suivi);
  const destinataires = destinatairesDe({ lecteur, de }, dossier, suivi, deps);
  return destinataires.length > 0
    ? { lecteur, destinataires }
    : {
        lecteur: 'equipe' as const,
        destinataires: destinatairesDe({ lecteur: 'equipe', de }, dossier, suivi, deps),
      };
}

const noter = (lien: string, recue: string, genre: string, donnees: object, deps: Deps) =>
  deps.base.appeler(
    'reponse_ecrire',
    {
      p_lien: lien,
      p_recue: recue,
      p_evenement: { genre, donnees },
      p_limites: LIMITES_DES_REPONSES,
      ...aMaintenant(deps),
    },
    z.enum(['a-transmettre', 'deja', 'limite', 'inconnu']),
  );

const finir = (p_recue: string, deps: Deps) =>
  deps.base.appeler('reponse_transmise', { p_recue, ...aMaintenant(deps) }, z.unknown());

/** Une absence se note une fois par jour et par personne : chaque rappel réveille le même répondeur. */
async function noterLAbsence(
  id: string,
  lien: string,
  role: RoleEcrit,
  { evenements }: DossierSuivi,
  deps: Deps,
): Promise<Issue> {
  const aujourdHui = jourAParis(deps.maintenant());
  const dejaDite = evenements.some(
    ({ genre, donnees, le }) =>
      genre === 'absence-signalee' &&
      donnees.role === role &&
      jourAParis(new Date(le)) === aujourdHui,
  );
  if (dejaDite) return 'deja';
  const statut = await noter(lien, id, 'absence-signalee', { role }, deps);
  if (statut !== 'a-transmettre') return statut === 'inconnu' ? 'ignore' : statut;
  await finir(id, deps);
  return 'fait';
}

/**
 * Reçoit une réponse à un courriel du service, la note sans rien en garder, et la passe à qui elle est écrite. Elle l'est
 * une fois, même redite. Une adresse que nous n'avons pas signée, un dossier vidé, une machine : rien.
 */
export async function recevoirUneReponse(annonce: Annonce, deps: Deps): Promise<Issue> {
  const { email_id: id, to, cc, received_for } = annonce;
  const adresse = await adresseSignee([...(received_for ?? []), ...to, ...(cc ?? [])], deps.config);
  if (adresse === undefined) return 'ignore';
  const lu = await lireLeLien(adresse.lien, deps);
  if (lu === null) return 'ignore';
  const contenu = await contenuDe(id, deps);
  if (contenu === 'indisponible') return contenu;
  if (contenu === null) return 'ignore';
  const { role, dossier, lien } = lu;
  const { from: de } = contenu;
  const nature = natureDe({ de, objet: contenu.subject ?? '', entetes: entetesDe(contenu) });
  // Ce que le service s'écrirait à lui-même ne se transmet pas.
  if (nature === 'machine' || adresseSeule(de) === adresseSeule(deps.config.expediteur))
    return 'ignore';
  if (nature === 'absence') return noterLAbsence(id, lien, role, dossier, deps);
  const { lecteur, destinataires } = lecteurJoignable(adresse.lecteur, role, de, dossier, deps);
  const autre = estUneAutre(de, role, dossier);
  const statut = await noter(lien, id, 'reponse-par-courriel', { role, a: lecteur, autre }, deps);
  if (statut !== 'a-transmettre') return statut === 'inconnu' ? 'ignore' : statut;
  const recue: Recue = {
    id,
    role,
    lecteur,
    autre,
    de,
    ...texteATransmettre(texteDe(contenu), await secretsDe(lien, dossier, deps)),
    pieces: contenu.attachments?.length ?? 0,
  };
  // Relu : la réponse vient de changer ce qui est attendu.
  const apres = (await lireLeLien(lien, deps))?.dossier ?? dossier;
  const tous = await transmettre(recue, apres, suiviDe(apres, deps), destinataires, deps);
  if (!tous) {
    noterDansLesLogs('reponse-non-transmise', new Error('fournisseur'));
    return 'indisponible';
  }
  await finir(id, deps);
  return 'fait';
}
