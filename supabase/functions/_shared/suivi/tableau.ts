import { roleDuLien, type RoleDeSuivi } from '../../../../src/suivi/regles/mots.ts';
import { suivre } from '../../../../src/suivi/regles/suivi.ts';
import { journalPour, suiviPour } from '../../../../src/suivi/regles/visibilite.ts';
import type { LigneDeTableau, Tableau } from '../../../../src/tableaux/regles/tableau.ts';
import type { LigneLue, TableauLu } from '../../../../src/tableaux/regles/tableau-lu.ts';
import type { Deps } from '../deps.ts';
import { jetonDe } from '../jetons.ts';
import { CALENDRIER, DELAIS } from './regles.ts';

async function ligneDe(ligne: LigneLue, role: RoleDeSuivi, deps: Deps): Promise<LigneDeTableau> {
  const { evenements, liens, ...champs } = ligne;
  const [lien] = liens;
  return {
    ...champs,
    suivi: suiviPour(
      role,
      suivre(journalPour(role, evenements), deps.maintenant(), DELAIS, CALENDRIER),
    ),
    ...(lien === undefined ? {} : { jeton: await jetonDe(deps.config.secretLiens, lien.id) }),
  };
}

/** Le tableau d'une personne. Ses jetons sont ceux de ses propres liens, recalculés à la demande. */
export async function corpsDuTableau(lu: TableauLu, deps: Deps): Promise<Tableau> {
  const role = lu.role === 'coordination' ? lu.role : roleDuLien(lu.role);
  const avecUnJeune = new Set(lu.lignes.map(({ parcours }) => parcours.id));
  return {
    statut: 'ouvert',
    role: lu.role,
    maintenant: deps.maintenant().toISOString(),
    academie: lu.academie,
    lignes: await Promise.all(lu.lignes.map((ligne) => ligneDe(ligne, role, deps))),
    // Un acheteur voit tous ses parcours : ceux qui n'ont pas de jeune aussi.
    parcoursSansJeune:
      lu.portee === 'dossiers'
        ? lu.parcours.filter(({ id }) => !avecUnJeune.has(id))
        : lu.parcoursSansJeune,
    contactsJamaisConfirmes: lu.contactsJamaisConfirmes,
    personnesAVerifier: lu.personnesAVerifier,
    releves: lu.releves,
    courrielsMorts: lu.courrielsMorts,
    remises: lu.remises,
  };
}
