/* Une fonction de plus, pour le banc : elle lit un corps et écrit une ligne, sans aucune règle. */
import { z } from 'zod';
import { json } from '../../supabase/functions/_shared/http.ts';
import { salle } from '../../supabase/functions/_shared/salle.ts';
import { embarquer, servir } from '../../supabase/functions/_shared/servir.ts';

embarquer();
servir(
  'banc',
  salle('banc', {
    'insertion-nue': {
      traiter: async (requete, { base }) => {
        const p_ligne: unknown = await requete.json();
        await base.appeler('banc_inserer', { p_ligne }, z.unknown());
        return json(202, { statut: 'recue' });
      },
    },
  }),
);
