import type { ReactNode } from 'react';
import type { ParcoursCite } from '../suivi/regles/dossier.ts';
import { Liste } from './Liste.tsx';
import { direJour, direLieuEtDomaine, type NomsDuTableau } from './regles/mots.ts';
import type { TableauOuvert } from './useTableau.ts';

type Textes = { titre: string; aide: string; aucun: string };

interface Props {
  ouvert: TableauOuvert;
  sansJeune: Textes;
  contacts: Textes;
  /** Une liste de plus. */
  children?: ReactNode;
}

/* Un parcours : son lien, son lieu, et ce qu'il faut en savoir. */
const enLigne = (parcours: ParcoursCite, noms: NomsDuTableau, precision: string | null) => (
  <li key={parcours.id}>
    <a href={`/parcours/${parcours.id}/`}>{parcours.intitule}</a>
    <small>{direLieuEtDomaine(parcours, noms)}</small>
    {precision !== null && <small>{precision}</small>}
  </li>
);

/** Les parcours à surveiller : sans jeune, et dont les contacts ne sont pas confirmés. */
export function Listes({ ouvert, sansJeune, contacts, children }: Props) {
  const { tableau, noms, filtres } = ouvert;
  // Ces listes suivent le filtre par académie ; les autres filtres ne les concernent pas.
  const garder = ({ academie }: { academie: string | null }) =>
    filtres.academie === '' || academie === filtres.academie;
  return (
    <>
      <h2>À surveiller aussi</h2>
      <div className="csf-bord__listes">
        <Liste
          nom="sans-jeune"
          {...sansJeune}
          elements={tableau.parcoursSansJeune
            .filter(garder)
            .map((un) =>
              enLigne(un, noms, un.derniereFin && `Se termine le ${direJour(un.derniereFin)}`),
            )}
        />
        <Liste
          nom="contacts"
          {...contacts}
          elements={tableau.contactsJamaisConfirmes
            .filter(garder)
            .map((un) => enLigne(un, noms, un.depuisLe && `Depuis le ${direJour(un.depuisLe)}`))}
        />
        {children}
      </div>
    </>
  );
}
