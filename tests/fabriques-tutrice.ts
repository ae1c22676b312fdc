import calendrier from '../supabase/functions/_shared/calendrier.json' with { type: 'json' };
import delais from '../supabase/functions/_shared/suivi.json' with { type: 'json' };
import { annoncesDe } from '../src/relances/regles/annonces.ts';
import { rappelsAVenir } from '../src/relances/regles/avenir.ts';
import { pasDeLaTutrice } from '../src/relances/regles/pas-de-la-tutrice.ts';
import type { EvenementDit, PourLaTutrice } from '../src/suivi/regles/recu.ts';
import type { Suivi } from '../src/suivi/regles/suivi.ts';

/** Ce que le service annonce à la tutrice de ce dossier. */
export function suitePour(evenements: EvenementDit[], suivi: Suivi, instant: Date): PourLaTutrice {
  const prevu = rappelsAVenir({
    evenements,
    instant,
    delais,
    calendrier,
    academie: 'versailles',
    debutLe: '2027-01-11',
    contacts: { entreprises: 2, acheteurs: 1 },
  });
  return { pas: pasDeLaTutrice(suivi), avenir: annoncesDe(prevu) };
}
