import { useRef, useState } from 'react';
import { enFrancais, jourAParis } from '../socle/dates.ts';
import { LienPersonnel } from '../lien/LienPersonnel.tsx';
import type { EtatDit } from '../lien/etats.tsx';
import { useLien } from '../lien/useLien.ts';
import type { PersonneAVerifier } from './regles/personne-a-verifier.ts';
import { ROLES_DE_DEMANDE } from './regles/roles.ts';

const enLettres = (jour: string) => enFrancais(jour, { jourDeSemaine: true });

const TABLEAU = { libelle: 'Voir mon tableau', vers: '/equipe/' };

/** Ce que la page dit une fois la réponse donnée, ou donnée par quelqu'un d'autre. */
const ETATS: Readonly<Record<string, EtatDit>> = {
  connue: {
    titre: 'Merci : cette personne est connue',
    texte:
      'Sa demande est partie, ou elle a pris rang. Ses prochaines demandes partiront sans vérification. C’était une erreur ? Écrivez à l’équipe.',
    bouton: TABLEAU,
  },
  'non-verifiee': {
    titre: 'C’est noté : personne n’est prévenu',
    texte:
      'Sa demande est close, et le parcours est libre. Elle a reçu un courriel qui lui dit comment demander depuis son adresse professionnelle.',
    bouton: TABLEAU,
  },
  close: {
    titre: 'Il n’y a plus rien à vérifier',
    texte: 'Cette demande a été retirée, ou elle est restée trop longtemps sans réponse.',
    bouton: TABLEAU,
  },
};

function Faits({ personne }: { personne: PersonneAVerifier }) {
  const { nom, role, etablissement, courriel, telephone, parcours, reference } = personne;
  const faits: [string, string | null][] = [
    ['Nom', nom],
    ['Rôle', ROLES_DE_DEMANDE[role]],
    ['Établissement', etablissement],
    ['Courriel', courriel],
    ['Téléphone', telephone],
    ['Parcours demandé', parcours.intitule],
    ['Référence de la demande', reference],
  ];
  return (
    <dl className="csf-demande">
      {faits.map(
        ([quoi, valeur]) =>
          valeur && (
            <div key={quoi}>
              <dt>{quoi}</dt>
              <dd>{valeur}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

/** Dire si l'on connaît une personne : sa demande part, ou s'arrête. */
export function Verifier({ fonctions }: { fonctions: string }) {
  const lien = useLien({ fonctions, route: 'demande/lire-lien', portees: ['verifier-personne'] });
  const occupe = useRef(false);
  const [enCours, setEnCours] = useState<boolean>();
  const repondre = async (connue: boolean) => {
    if (occupe.current) return;
    occupe.current = true;
    setEnCours(connue);
    const reponse = await lien.appeler('demande/verifier-personne', { connue });
    occupe.current = false;
    setEnCours(undefined);
    lien.montrer(reponse);
  };
  const lue = lien.reponse?.statut === 'a-verifier' ? lien.reponse : undefined;
  // Le service est le nôtre : ce qu'il dit d'une personne a la forme de la base.
  const personne = lue as PersonneAVerifier | undefined;
  return (
    <LienPersonnel lien={lien} etats={ETATS} titre={personne && 'Connaissez-vous cette personne ?'}>
      {personne && (
        <div className="csf-etat-du-lien">
          <h2>Connaissez-vous cette personne ?</h2>
          <p>
            Elle demande un parcours pour un jeune depuis le{' '}
            {enLettres(jourAParis(new Date(personne.verification.depuisLe)))}, d’une adresse que le
            service ne reconnaît pas. L’entreprise n’est pas prévenue.
            {personne.verification.gardeeJusquAu !== null &&
              ` Le parcours lui est gardé jusqu’au ${enLettres(personne.verification.gardeeJusquAu)} compris.`}
          </p>
          <Faits personne={personne} />
          <p>
            Vérifiez que ce nom et cet établissement vont ensemble, et que l’adresse est la sienne.
            Un doute ? Appelez l’établissement.
          </p>
          <p className="csf-boutons">
            <button
              type="button"
              className="fr-btn"
              aria-disabled={enCours !== undefined}
              onClick={() => void repondre(true)}
            >
              {enCours === true ? 'Envoi en cours…' : 'Je connais cette personne'}
            </button>
            <button
              type="button"
              className="fr-btn fr-btn--secondary"
              aria-disabled={enCours !== undefined}
              onClick={() => void repondre(false)}
            >
              {enCours === false ? 'Envoi en cours…' : 'Je ne la connais pas'}
            </button>
          </p>
          <p className="csf-note">
            Oui : sa demande part, et les suivantes aussi. Non : sa demande est close, et nous lui
            écrivons comment faire depuis son adresse professionnelle.
          </p>
        </div>
      )}
    </LienPersonnel>
  );
}
