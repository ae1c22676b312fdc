import type { Lecteur } from '../../../../../src/reponses/regles/adresse.ts';
import type { Dossier } from '../../../../../src/suivi/regles/dossier.ts';
import { NOMS_DES_CONTACTS, type RoleEcrit } from '../../../../../src/suivi/regles/mots.ts';
import { Bouton, Citation, Gabarit, Paragraphe } from '../gabarit.tsx';
import { adressee, mettreEnForme, type Courriel } from '../mise-en-forme.tsx';
import { adresseDuSuivi, Bonjour, LeDossier } from './pieces.tsx';

/** Une réponse à transmettre : à qui, de qui, et ce qu'elle dit. */
export type Transmise = {
  dossier: Pick<Dossier, 'reference' | 'parcours'>;
  /** Qui a répondu. */
  role: RoleEcrit;
  /** Vrai si elle vient d'une autre adresse que celle de cette personne. */
  autre: boolean;
  /** L'adresse de qui a répondu, pour l'équipe seule. */
  de: string | null;
  nom: string | null;
  jeton: string | null;
  /** Vrai pour qui doit dire si c'est une réponse. */
  aDire: boolean;
  /** Qui lira la réponse à ce courriel-ci ; null quand elle va droit à `de`. */
  retour: Lecteur | null;
  texte: string;
  coupe: boolean;
  pieces: number;
  site: string;
  equipe: string;
};

const QUI: Record<RoleEcrit, string> = {
  tutrice: 'Le tuteur ou la tutrice',
  'entreprise-1': 'L’entreprise',
  'entreprise-2': 'L’entreprise',
  acheteur: 'L’acheteur',
  prescripteur: NOMS_DES_CONTACTS.prescripteur,
};

const objetDeLaReponse = ({ role, dossier }: Transmise): string =>
  `${QUI[role]} vous répond (${dossier.reference})`;

function piecesLaissees(pieces: number): string {
  if (pieces === 0) return '';
  return pieces === 1
    ? 'Une pièce jointe n’est pas transmise : demandez-la à cette personne. '
    : `${pieces} pièces jointes ne sont pas transmises : demandez-les à cette personne. `;
}

/** Une réponse passée à qui l'attend, et ce qu'il y a à en dire. */
function ReponseTransmise(transmise: Transmise) {
  const { dossier, role, autre, de, nom, jeton, aDire, texte, coupe, pieces, site } = transmise;
  const agir = (action: string) => adresseDuSuivi(site, jeton, action);
  return (
    <Gabarit
      titre={`${QUI[role]} vous répond`}
      apercu={texte === '' ? 'Son courriel ne contient aucun texte.' : texte.slice(0, 90)}
      equipe={transmise.equipe}
    >
      <Bonjour nom={nom} />
      <Paragraphe>
        {QUI[role]} répond à un courriel du service
        {autre ? ', d’une autre adresse que celle que nous connaissons' : ''}
        {de === null ? '' : ` (${de})`} :
      </Paragraphe>
      <Citation>{texte === '' ? '[aucun texte]' : texte}</Citation>
      <Paragraphe>
        {coupe && 'La fin, trop longue, n’est pas transmise. '}
        {piecesLaissees(pieces)}
        {de !== null && 'Répondre à ce courriel lui écrit directement. '}
        Ce message n’est gardé nulle part dans le service : s’il parle d’un jeune, ne le transférez
        pas.
      </Paragraphe>
      {aDire ? (
        <>
          <Paragraphe>
            <strong>Est-ce une réponse à votre demande ?</strong> Une date, un délai, un refus, une
            autre personne : dites-le, et l’entreprise n’est plus relancée.
          </Paragraphe>
          <Bouton lien={agir('confirmer-reponse')}>C’est une réponse</Bouton>
          <Paragraphe>Un message d’absence, un accusé de réception ?</Paragraphe>
          <Bouton second lien={agir('ecarter-reponse')}>
            Ce n’en est pas une
          </Bouton>
        </>
      ) : (
        <Bouton lien={adresseDuSuivi(site, jeton)}>Voir le suivi</Bouton>
      )}
      <LeDossier donnees={dossier} />
    </Gabarit>
  );
}

/** Rédige le courriel qui transmet une réponse : il ne passe pas par la boîte d'envoi, qui en garderait le texte. */
export const redigerUneReponse = (transmise: Transmise): Promise<Courriel> =>
  mettreEnForme({
    objet: objetDeLaReponse(transmise),
    corps: adressee(<ReponseTransmise {...transmise} />, transmise.retour),
    pieces: [],
  });
