import { useEffect } from 'react';
import { libelleDuree } from '../calibrage/regles/calibrage.ts';
import { BoutonEnvoyer } from '../formulaire/BoutonEnvoyer.tsx';
import { EnvoiRefuse } from '../formulaire/EnvoiRefuse.tsx';
import { Formulaire } from '../formulaire/Formulaire.tsx';
import type { Reponse } from '../formulaire/appels/fonctions.ts';
import { useFormulaire } from '../formulaire/useFormulaire.ts';
import type { LienTenu } from '../lien/useLien.ts';
import { ContactsDeLEntreprise } from './ContactsDeLEntreprise.tsx';
import type { BornesDePersonne } from './Personne.tsx';
import type { DeclarationRecue } from './regles/declaration-recue.ts';
import { conclut } from './conclusion.ts';

interface Props {
  lien: LienTenu;
  fonctions: string;
  declaration: DeclarationRecue;
  bornes: BornesDePersonne;
  /** Reçoit le début du titre du document. */
  surTitre: (titre: string | undefined) => void;
}

const lesRegles = async () => ({
  schema: (await import('./regles/contacts.ts')).contactsSchema,
});

/* Confirmés pour la première fois ou non, publiés ou non : pour l'entreprise, c'est fait. */
const dite = (reponse: Reponse): Reponse =>
  ['contacts-confirmes', 'validee'].includes(reponse.statut)
    ? { statut: 'contacts-enregistres' }
    : reponse;

/** Les deux personnes que l'entreprise relit. */
export function FormulaireDesContacts({ lien, fonctions, declaration, bornes, surTitre }: Props) {
  const { public: parcours, role, contacts, contactsConfirmesLe } = declaration;
  const machine = useFormulaire({
    route: 'declaration/confirmer-contacts',
    fonctions,
    regles: lesRegles,
    objet: () => `Contacts de la déclaration ${declaration.reference}`,
    acheminer: (champs) => lien.appeler('declaration/confirmer-contacts', champs),
    conclut,
    surReception: (reponse) => {
      lien.montrer(dite(reponse));
    },
  });
  const enErreur = machine.resume.erreurs.length > 0;
  useEffect(() => {
    surTitre(enErreur ? 'Erreur' : undefined);
  }, [surTitre, enErreur]);
  return (
    <>
      <h2 id="vos-contacts">Vos deux contacts</h2>
      <p>
        Le parcours : <strong>{parcours.intitule}</strong>, {libelleDuree(parcours.heures)}. Relisez
        les deux personnes. Si l’une a changé, corrigez-la ici.
      </p>
      {contactsConfirmesLe !== null && (
        <p className="csf-encart">
          Ces contacts sont déjà confirmés. Vous pouvez encore les corriger.
        </p>
      )}
      <Formulaire machine={machine} titre="vos-contacts" niveau={3}>
        <ContactsDeLEntreprise bornes={bornes} soi={role} connues={contacts} />
        <EnvoiRefuse refus={machine.refus} jeton={lien.jeton} />
        <p className="csf-boutons">
          <BoutonEnvoyer machine={machine} libelle="Confirmer ces deux contacts" />
        </p>
        <p className="csf-note">
          Ces coordonnées ne sont jamais publiées. <a href="/confidentialite/">Confidentialité</a>
        </p>
      </Formulaire>
    </>
  );
}
