import { z } from 'zod';
import { PARTIES } from './parties.ts';

/** Ce que la base tient d'une adresse (`personne_exporter`) : par table, ce qui la regarde. */
export const tenuSchema = z.object({
  adresse: z.string(),
  tables: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
});
type Tenu = z.infer<typeof tenuSchema>;

/** « demandes : 2, messages : 1 », ou « rien ». */
export const compter = ({ tables }: Tenu): string =>
  Object.entries(tables)
    .map(([nom, lignes]) => `${nom} : ${lignes.length}`)
    .join(', ') || 'rien';

/** Le fichier remis à la personne : chaque partie dit ce qu'elle est, et jusqu'à quand elle est gardée. */
export function repondre({ adresse, tables }: Tenu, faitLe: Date): string {
  const reponse = {
    adresse,
    faitLe: faitLe.toISOString(),
    ceQueCest:
      'Tout ce que la base du service « clause sociale de formation » tient de cette adresse. Le journal d’un dossier ne porte aucune adresse. Les compteurs d’envois n’en gardent qu’une empreinte.',
    parties: Object.entries(tables).map(([nom, lignes]) => ({ nom, ...PARTIES[nom], lignes })),
  };
  return `${JSON.stringify(reponse, null, 2)}\n`;
}
