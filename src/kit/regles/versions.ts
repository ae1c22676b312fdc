import { z } from 'zod';

/**
 * Une version du kit entreprise (content/versions-kit.yaml). Son adresse /kit/<id>/ est citée par des marchés :
 * elle reste vraie des années.
 */
const versionSchema = z.strictObject({
  id: z
    .string('Écrire la version entre apostrophes : sans elles, 2026.10 se lirait 2026.1.')
    .regex(/^20\d{2}\.[1-9]\d*$/, 'Une version s’écrit « 2026.1 » : l’année, un point, un numéro.')
    .describe('Année, point, numéro dans l’année, entre apostrophes : « 2026.1 »'),
  publieLe: z.iso.date().describe('Jour de publication (AAAA-MM-JJ)'),
  changements: z
    .array(z.string().min(1))
    .min(1)
    .describe('Ce qui change pour l’entreprise, une phrase par changement'),
});

export type VersionDuKit = z.infer<typeof versionSchema>;

/** Ordre de deux versions, la plus récente d'abord : par année, puis par numéro (2026.10 suit 2026.9). */
export function comparerVersions(a: { id: string }, b: { id: string }): number {
  const [anneeA = 0, numeroA = 0] = a.id.split('.').map(Number);
  const [anneeB = 0, numeroB = 0] = b.id.split('.').map(Number);
  return anneeB - anneeA || numeroB - numeroA;
}

/** Les versions du kit, de la plus récente à la plus ancienne ; la première est la version courante. */
export const versionsSchema = z.strictObject({
  versions: z
    .array(versionSchema)
    .min(1)
    .superRefine((versions, contexte) => {
      versions.forEach((version, i) => {
        const refuser = (message: string) => {
          contexte.addIssue({ code: 'custom', path: [i], message });
        };
        if (!version.publieLe.startsWith(version.id.split('.')[0] ?? ''))
          refuser(`La version ${version.id} est publiée une autre année : ${version.publieLe}.`);
        const suivante = versions[i + 1];
        if (!suivante) return;
        const ordre = comparerVersions(version, suivante);
        if (ordre === 0) refuser(`La version ${version.id} est écrite deux fois.`);
        if (ordre > 0)
          refuser(
            `La version ${suivante.id} doit être avant ${version.id} : la plus récente d’abord.`,
          );
        if (version.publieLe < suivante.publieLe)
          refuser(`La version ${version.id} est publiée avant ${suivante.id}, plus ancienne.`);
      });
    }),
});

/** Adresse permanente d'une version. */
export function cheminDeVersion(version: string): string {
  return `/kit/${version}/`;
}

/** Adresse d'un PDF d'une version : le kit entier, ou un moment. */
export function cheminDuPdf(version: string, moment = 'kit'): string {
  return `/kit/${version}/${moment}.pdf`;
}

/** Ce qui tient la place de l'adresse du site (« exemple.fr », sans protocole) dans un article figé. */
export const MARQUE_DU_SITE = '%SITE%';

/** Mot de l'adresse courte du kit entier. */
export const MOT_DU_KIT = 'kit';

/** Une adresse courte, /k/<mot>/ : ce qui se dicte au téléphone et tient dans un QR code lisible. */
export type AdresseCourte = {
  mot: string;
  /** Ce que l'on trouve au bout. */
  titre: string;
  /** Page où elle mène. */
  chemin: string;
  cheminCourt: string;
  /** Image du QR code, qui porte l'adresse courte entière. */
  qr: string;
};

/**
 * Toutes les adresses courtes : le kit entier, puis chaque moment dans l'ordre.
 * @throws si deux moments ont le même mot, ou prennent celui du kit
 */
export function adressesCourtes(
  moments: readonly { titre: string; chemin: string; adresseCourte: string }[],
): AdresseCourte[] {
  const adresses = [
    { mot: MOT_DU_KIT, titre: 'Le kit entreprise', chemin: '/kit/' },
    ...moments.map(({ adresseCourte: mot, titre, chemin }) => ({ mot, titre, chemin })),
  ];
  const doublon = adresses.find(({ mot }, i) => adresses.findIndex((a) => a.mot === mot) !== i);
  if (doublon) throw new Error(`L’adresse courte « ${doublon.mot} » désigne deux pages du kit.`);
  return adresses.map((adresse) => ({
    ...adresse,
    cheminCourt: `/k/${adresse.mot}/`,
    qr: `/kit/qr/${adresse.mot}.svg`,
  }));
}

const momentOuvert = z.strictObject({
  id: z.string().describe('Identifiant stable du moment'),
  titre: z.string(),
  adresse: z.url().describe('Page du moment'),
  adresseCourte: z.url().describe('Adresse courte, celle du QR code'),
  qr: z.url().describe('QR code, en SVG'),
  pdf: z.url().describe('PDF du moment, dans cette version'),
});

/** Ce que publie /kit/version.json : la version courante, toutes adresses entières. */
export const versionOuverteSchema = z.strictObject({
  version: z.string(),
  publieLe: z.iso.date(),
  permalien: z.url().describe('Adresse de cette version, pour toujours'),
  adresse: z.url().describe('Adresse de la version courante, quelle qu’elle soit'),
  adresseCourte: z.url(),
  qr: z.url(),
  pdf: z.url(),
  moments: z.array(momentOuvert),
});

/** La version courante telle que la lit un programme. */
export function versionOuverte(
  version: VersionDuKit,
  moments: readonly { id: string; titre: string; chemin: string; adresseCourte: string }[],
  site: URL | string,
): z.infer<typeof versionOuverteSchema> {
  const entiere = (chemin: string) => new URL(chemin, site).href;
  const [kit, ...courtes] = adressesCourtes(moments).map(({ chemin, cheminCourt, qr }) => ({
    adresse: entiere(chemin),
    adresseCourte: entiere(cheminCourt),
    qr: entiere(qr),
  }));
  return versionOuverteSchema.parse({
    version: version.id,
    publieLe: version.publieLe,
    permalien: entiere(cheminDeVersion(version.id)),
    ...kit,
    pdf: entiere(cheminDuPdf(version.id)),
    moments: moments.map(({ id, titre }, rang) => ({
      id,
      titre,
      ...courtes[rang],
      pdf: entiere(cheminDuPdf(version.id, id)),
    })),
  });
}

/**
 * Une version publiée ne change plus : le jour de sa publication, on la corrige encore ; ensuite, un kit dont le
 * texte a changé demande une nouvelle version. Un texte inchangé peut toujours être imprimé de nouveau.
 * @param publieLe jour de publication de la version (AAAA-MM-JJ)
 * @param jour jour présent (AAAA-MM-JJ, à Paris)
 * @param avant empreinte déjà publiée, ou undefined si la version ne l'a jamais été
 */
export function peutRepublier(
  publieLe: string,
  jour: string,
  avant: string | undefined,
  apres: string,
): boolean {
  return avant === undefined || avant === apres || publieLe >= jour;
}
