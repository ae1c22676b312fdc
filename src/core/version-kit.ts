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
