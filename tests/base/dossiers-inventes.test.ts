import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { evenementsSchema } from '../../src/suivi/regles/evenement.ts';
import { suivre } from '../../src/suivi/regles/suivi.ts';
import { chargerParcours } from '../../supabase/embarque/demonstration.ts';
import { inventerDossiers } from '../../supabase/embarque/dossiers-inventes.ts';
import { CALENDRIER, DELAIS } from '../../supabase/functions/_shared/suivi/regles.ts';
import { BaseDEssai, LE } from './fabriques.ts';

let essai: BaseDEssai;
beforeEach(async () => {
  essai = await BaseDEssai.ouvrir();
  await chargerParcours(essai.base, 'content/parcours');
  // Les dates du catalogue sont fixes : un parcours réservé ne doit pas être fini le jour de l'essai.
  await essai.base.exec(
    "update prive.parcours set fin_le = '2030-01-01' where disponibilite = 'reserve'",
  );
});
afterEach(() => essai.fermer());

/* Les états ne dépendent pas du jour où l'on essaie : un dimanche, et le passage à l'heure d'été. */
const DATES = [LE, new Date('2027-03-28T10:00:00Z')];

const lister = (le: Date) =>
  essai.appeler<{ evenements: unknown[] }[]>('suivis_ouverts', {
    p_apres: null,
    p_limite: 100,
    p_maintenant: le,
  });

describe('les dossiers de démonstration', () => {
  it.each(DATES)(
    'montrent chaque état le %s, sans toucher aux parcours libres ni écrire à personne',
    async (le) => {
      const libres = async () =>
        (await essai.lignes("select id from public.catalogue where disponibilite = 'disponible'"))
          .length;
      const avant = await libres();
      const nombre = await inventerDossiers(essai.base, 'secret', le);
      const ouverts = await lister(le);
      expect(ouverts).toHaveLength(nombre);
      expect(
        ouverts
          .map(
            ({ evenements }) =>
              suivre(evenementsSchema.parse(evenements), le, DELAIS, CALENDRIER).etat,
          )
          .sort(),
      ).toEqual([
        'accueil-en-cours',
        'bilan-a-faire',
        'convention-a-signer',
        'creneau-a-choisir',
        'refus-a-trancher',
        'reponse-attendue',
      ]);
      expect(await libres()).toBe(avant);
      expect(await essai.lignes('select 1 from prive.courriels')).toEqual([]);
      expect(await essai.lignes('select 1 from prive.evenements where le > $1', [le])).toEqual([]);
      expect(await essai.appeler('membres_lister', {})).toHaveLength(2);
    },
  );
});
