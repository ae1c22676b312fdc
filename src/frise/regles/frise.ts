import { z } from 'zod';

export const ACTEURS = ['acheteur', 'entreprise', 'tutrice', 'equipe'] as const;
export type Acteur = (typeof ACTEURS)[number];

/** Nom de chaque acteur tel que le lit le public. */
export const NOMS_DES_ACTEURS: Record<Acteur, string> = {
  acheteur: 'l’acheteur',
  entreprise: 'l’entreprise',
  tutrice: 'le tuteur ou la tutrice',
  equipe: 'l’équipe CSF',
};

const identifiant = z.string().regex(/^[a-z]+(-[a-z]+)*$/);

const jours = z.number().int().positive();

const suiviSchema = z.strictObject({
  choix: jours.describe('La tutrice choisit un des rendez-vous proposés'),
  nouveauxCreneaux: jours.describe('L’entreprise propose d’autres rendez-vous'),
  compteRendu: jours.describe('Après la réunion, dire si elle a eu lieu'),
  convention: jours.describe('Après la réunion, signer la convention'),
  contact: jours.describe('L’acheteur nomme un contact que nos courriels atteignent'),
  refus: jours.describe('L’acheteur tranche un refus'),
  reprise: jours.describe('Un accueil interrompu reprend ou se termine'),
  confirmation: jours.describe('L’entreprise confirme les heures dites à la fin de l’accueil'),
  actualite: z.strictObject({
    apres: jours.describe(
      'Silence de la tutrice avant l’accueil : on demande si c’est d’actualité',
    ),
    reponse: jours.describe('Sans réponse, la demande est close'),
  }),
  reportMaximum: jours.describe('Report le plus lointain qu’une entreprise peut demander'),
  relances: z
    .strictObject({
      ouverture: jours.describe('Personne n’a ouvert la demande, depuis la mise en relation'),
      rappel: jours.describe('Premier rappel, depuis la mise en relation'),
      derniersJours: jours.describe(
        'Dernier rappel avant la date limite, depuis la mise en relation',
      ),
      equipe: jours.describe('L’équipe est prévenue, depuis la mise en relation'),
      avantAccueil: jours.describe('Rappel avant la date limite de l’accueil'),
      point: jours.describe('Entre deux points pendant l’accueil'),
    })
    .refine(
      (r) => r.ouverture < r.rappel && r.rappel < r.derniersJours && r.derniersJours < r.equipe,
      { error: 'Les rappels se suivent : ouverture, rappel, derniersJours, equipe.' },
    ),
});

const verificationSchema = z.strictObject({
  relaisOuvres: jours.describe(
    'Relais de l’équipe quand la coordination n’a pas répondu, en jours ouvrés',
  ),
  gardeOuvres: jours.describe('Garde du parcours le temps de vérifier, en jours ouvrés'),
  fin: jours.describe('Fin d’une vérification restée sans réponse, en jours calendaires'),
});

const nombre = z.number().int().positive();

const limitesSchema = z
  .strictObject({
    parPersonne: nombre.describe('Demandes en cours d’une personne'),
    parParcours: nombre.describe(
      'Demandes d’une personne pour un même parcours, en attente comprises',
    ),
    parEtablissement: nombre.describe('Demandes en cours d’un établissement'),
    enAttente: nombre.describe('Demandes d’une personne dans des listes d’attente'),
    gardeesParDomaine: nombre.describe(
      'Parcours gardés à la fois le temps de vérifier des adresses d’un même domaine',
    ),
    gestesDuRole: nombre.describe('Gestes d’un rôle dans un dossier, en un jour'),
    gestesDuDossier: nombre.describe('Gestes de tous les rôles dans un dossier, en un jour'),
  })
  .refine(({ gestesDuRole, gestesDuDossier }) => gestesDuRole < gestesDuDossier, {
    error:
      'Un rôle au bout de ses gestes n’arrête pas les autres : gestesDuDossier est plus grand.',
  });

export const friseSchema = z.strictObject({
  etapes: z
    .array(
      z.strictObject({
        id: identifiant.describe('Identifiant cité par les pages'),
        titre: z.string().min(1).describe('Nom de l’étape'),
        qui: z.enum(ACTEURS).describe('Qui agit'),
        delaiJours: z
          .number()
          .int()
          .positive()
          .nullable()
          .describe('Délai en jours calendaires depuis la mise en relation (jour J)'),
        quoi: z.string().min(1).describe('Ce qui se passe, en une phrase'),
        sansReponse: z
          .string()
          .min(1)
          .nullable()
          .describe('Ce qui se passe quand le délai est manqué ; null sans délai'),
        documents: z.array(identifiant).describe('Identifiants de content/documents.yaml'),
        moment: identifiant
          .nullable()
          .describe('Page du kit entreprise qui parle de l’étape (content/kit), ou null'),
      }),
    )
    .min(1),
  justificatifsJoursOuvres: z
    .number()
    .int()
    .positive()
    .describe('Remise des justificatifs à l’acheteur, en jours ouvrés après la fin de l’accueil'),
  suivi: suiviSchema.describe('Délais et rappels du suivi, en jours calendaires'),
  verification: verificationSchema.describe('Délais de la vérification d’une personne'),
  limites: limitesSchema.describe('Combien chacun peut faire à la fois'),
});

export type Frise = z.infer<typeof friseSchema>;
export type Etape = Frise['etapes'][number];

/** Les délais de la frise courent tous les jours : ce que cela comprend, tel que le lit le public. */
export const JOURS_COMPTES = 'week-ends, jours fériés et vacances compris';

/** Étape citée par son identifiant ; une citation inconnue est une erreur de construction. */
export function etape(frise: Frise, id: string): Etape {
  const trouvee = frise.etapes.find((candidate) => candidate.id === id);
  if (!trouvee) throw new Error(`La frise (content/frise.yaml) n’a pas d’étape « ${id} ».`);
  return trouvee;
}

/** Délai en jours d'une étape qui en a un ; sinon, erreur de construction. */
export function delai(frise: Frise, id: string): number {
  const { delaiJours } = etape(frise, id);
  if (delaiJours === null) throw new Error(`L’étape « ${id} » de la frise n’a pas de délai.`);
  return delaiJours;
}

/**
 * Chaque délai de la frise en toutes lettres, par étape ; puis celui des justificatifs, celui des heures, ceux de la
 * vérification d'une personne, combien de demandes elle suit à la fois, celui des nouveaux créneaux, et ceux de la question « toujours d'actualité ? » :
 * « silence » avant elle, « sans-reponse » après.
 */
export function delaisDits(frise: Frise): Record<string, string> {
  const dits = frise.etapes.flatMap(({ id, delaiJours }) =>
    delaiJours === null ? [] : [[id, `${delaiJours} jours`]],
  );
  return {
    ...(Object.fromEntries(dits) as Record<string, string>),
    justificatifs: `${frise.justificatifsJoursOuvres} jours ouvrés`,
    'relais-de-l-equipe': `${frise.verification.relaisOuvres} jours ouvrés`,
    'garde-du-parcours': `${frise.verification.gardeOuvres} jours ouvrés`,
    'demandes-a-la-fois': `${frise.limites.parPersonne} demandes`,
    'nouveaux-creneaux': `${frise.suivi.nouveauxCreneaux} jours`,
    'confirmation-des-heures': `${frise.suivi.confirmation} jours`,
    silence: `${frise.suivi.actualite.apres} jours`,
    'sans-reponse': `${frise.suivi.actualite.reponse} jours`,
  };
}
