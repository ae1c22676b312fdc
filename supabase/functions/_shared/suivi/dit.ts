import { direVerification } from '../../../../src/demande/regles/verification.ts';
import { ditDuRelais, type Lecteur } from '../../../../src/relais/regles/phrases-relais.ts';
import { phraseDuSeulContact } from '../../../../src/relais/regles/seul-contact.ts';
import type { Contact } from '../../../../src/suivi/regles/dossier.ts';
import type { SuiviRecu } from '../../../../src/suivi/regles/recu.ts';
import type { Suivi } from '../../../../src/suivi/regles/suivi.ts';

type LecteurEtContacts = Lecteur & { dossier: { contacts: readonly Contact[] } };

/** Ce que le service dit en propre à qui lit : la page n'a pas à porter les phrases de chacun. */
export function ditEnPropre(suivi: Suivi, lecteur: LecteurEtContacts): Pick<SuiviRecu, 'dit'> {
  const { role, dossier } = lecteur;
  const { etat, verification, depuis } = suivi;
  const joindre = phraseDuSeulContact(dossier.contacts, role);
  const dit = {
    ...(etat === 'a-verifier' && verification
      ? { aussi: direVerification(verification, depuis).join(' ') }
      : ditDuRelais(suivi, lecteur)),
    ...(joindre === undefined ? {} : { joindre }),
  };
  return Object.keys(dit).length === 0 ? {} : { dit };
}
