import { ditDuRelais, type Lecteur } from '../../../../src/relais/regles/phrases-relais.ts';
import { phraseDuSeulContact } from '../../../../src/relais/regles/seul-contact.ts';
import type { DitEnPropre } from '../../../../src/suivi/regles/recu.ts';
import type { Contact } from '../../../../src/suivi/regles/dossier.ts';
import type { Suivi } from '../../../../src/suivi/regles/suivi.ts';

type LecteurEtContacts = Lecteur & { dossier: { contacts: readonly Contact[] } };

/** Ce que le service dit à cette personne seule. */
export function ditEnPropre(suivi: Suivi, lecteur: LecteurEtContacts): DitEnPropre {
  const joindre = phraseDuSeulContact(lecteur.dossier.contacts, lecteur.role);
  return { ...ditDuRelais(suivi, lecteur), ...(joindre === undefined ? {} : { joindre }) };
}
