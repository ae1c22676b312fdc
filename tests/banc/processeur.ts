/* Une fonction de plus, pour le banc : le temps de processeur que le service a pris depuis son démarrage. */
import process from 'node:process';
import { json } from '../../supabase/functions/_shared/http.ts';
import { salle } from '../../supabase/functions/_shared/salle.ts';
import { embarquer, servir } from '../../supabase/functions/_shared/servir.ts';

embarquer();
servir(
  'banc',
  salle('banc', {
    processeur: {
      methode: 'GET',
      traiter: () => {
        const { user, system } = process.cpuUsage();
        return Promise.resolve(json(200, { ms: (user + system) / 1_000 }));
      },
    },
  }),
);
