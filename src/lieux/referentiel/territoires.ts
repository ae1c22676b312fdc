import type { Territoire } from '../regles/territoire.ts';
import { typographier } from '../../socle/typographie.ts';
import { academies } from './academies.ts';
import { communes } from './communes.ts';
import { departements } from './departements.ts';

/** Tous les départements qui ont une académie, chacun avec ses communes. */
export function territoires(): Territoire[] {
  const parDepartement = Map.groupBy(communes(), ({ departement }) => departement);
  return departements().flatMap(({ code, nom, region, academie }) => {
    const trouvee = academies().find(({ slug }) => slug === academie);
    if (!trouvee) return [];
    const siennes = (parDepartement.get(code) ?? []).map(
      (commune) => [commune.code, typographier(commune.nom)] as const,
    );
    return [
      {
        departement: { code, nom },
        academie: { nom: trouvee.nom },
        region,
        communes: Object.fromEntries(siennes),
      },
    ];
  });
}
