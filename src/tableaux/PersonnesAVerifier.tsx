import type { PersonneAVerifier } from '../demande/regles/personne-a-verifier.ts';
import type { LienTenu } from '../lien/useLien.ts';
import { DeuxReponses } from './DeuxReponses.tsx';
import { Liste } from './Liste.tsx';
import { direJour, type NomsDuTableau } from './regles/mots.ts';

interface Props {
  personnes: readonly PersonneAVerifier[];
  noms: NomsDuTableau;
  appeler: LienTenu['appeler'];
}

const DIT: Readonly<Record<string, string>> = {
  connue: 'C’est noté : sa demande part.',
  'non-verifiee': 'C’est noté : sa demande est close.',
  close: 'Cette demande n’est plus à vérifier.',
};

function Personne({
  personne,
  noms,
  appeler,
}: Omit<Props, 'personnes'> & { personne: PersonneAVerifier }) {
  const { id, nom, etablissement, courriel, telephone, academie, reference, verification } =
    personne;
  return (
    <li>
      <strong>{nom}</strong>
      <small>
        {etablissement}, académie : {noms.academie(academie)}
      </small>
      <small>
        {courriel}
        {telephone !== null && `, ${telephone}`}
      </small>
      <small>
        Demande <span className="csf-reference">{reference}</span>, depuis le{' '}
        {direJour(verification.depuisLe)}
        {verification.gardeeJusquAu !== null &&
          `, parcours gardé jusqu’au ${direJour(verification.gardeeJusquAu)}`}
      </small>
      <DeuxReponses
        nom={nom}
        oui="Je la connais"
        non="Je ne la connais pas"
        dit={DIT}
        repondre={async (connue) =>
          (await appeler('demande/verifier-personne', { demande: id, connue })).statut
        }
      />
    </li>
  );
}

/** Les personnes dont l'adresse ne dit pas qui elles sont : une réponse, et leur demande part ou s'arrête. */
export function PersonnesAVerifier({ personnes, ...reste }: Props) {
  return (
    <Liste
      nom="personnes"
      titre="Personnes à vérifier"
      aide="Leur demande attend que vous disiez si vous les connaissez. L’entreprise n’est pas prévenue."
      aucun="Personne n’attend."
      elements={personnes.map((personne) => (
        <Personne key={personne.id} personne={personne} {...reste} />
      ))}
    />
  );
}
