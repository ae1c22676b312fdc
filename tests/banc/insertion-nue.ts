/* Une fonction de plus, pour le banc : elle lit un corps et écrit une ligne, sans aucune règle. */
import { z } from 'zod';
import { json } from '../../supabase/functions/_shared/http.ts';
import { embarquer, servir } from '../../supabase/functions/_shared/servir.ts';

embarquer();
servir('insertion-nue', async (requete, { base }) => {
  const p_ligne: unknown = await requete.json();
  await base.appeler('banc_inserer', { p_ligne }, z.unknown());
  return json(202, { statut: 'recue' });
});
