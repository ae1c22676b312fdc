import { contactsSchema } from '../../../src/declaration/regles/contacts.ts';
import { LIMITES_DES_CONTACTS } from '../../../src/formulaire/regles/limites.ts';
import { erreursDe } from '../../../src/socle/saisie.ts';
import { compteursDesAdresses } from '../_shared/abus.ts';
import type { Traitement } from '../_shared/deps.ts';
import { refuserLesErreurs } from '../_shared/http.ts';
import { faireUneEtape, lireJeton, repondreBilan } from '../_shared/liens.ts';

/** L'entreprise confirme ses deux contacts, ou les corrige. */
export const confirmerContacts: Traitement = async (requete, deps) => {
  const lu = await lireJeton(requete);
  if (lu instanceof Response) return lu;
  const lecture = contactsSchema.safeParse(lu.champs);
  if (!lecture.success) return refuserLesErreurs(erreursDe(lecture.error));
  const { entreprise1, entreprise2 } = lecture.data;
  const p_contacts = [
    { role: 'entreprise-1', ...entreprise1 },
    { role: 'entreprise-2', ...entreprise2 },
  ];
  const adresses = [entreprise1.courriel, entreprise2.courriel];
  const p_limites = [
    ...(await compteursDesAdresses(deps, 'declaration', adresses)),
    ...LIMITES_DES_CONTACTS,
  ];
  const parametres = { p_contacts, p_equipe: deps.config.equipe, p_limites };
  return repondreBilan(
    await faireUneEtape('declaration_confirmer_contacts', lu.empreinte, parametres, deps),
  );
};
