import { useState } from 'react';
import type { PersonneAVerifier } from '../demande/regles/personne-a-verifier.ts';
import type { LienTenu } from '../lien/useLien.ts';
import { Liste } from './Liste.tsx';
import { direJour, type NomsDuTableau } from './regles/mots.ts';

interface Props {
  personnes: readonly PersonneAVerifier[];
  noms: NomsDuTableau;
  appeler: LienTenu['appeler'];
}

const DIT: Readonly<Record<string, string>> = {
  '': '',
  'en-cours': 'Envoi en cours…',
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
  const [statut, setStatut] = useState('');
  // Répondu, il n'y a plus rien à faire ; les boutons restent atteignables pour ne pas perdre le focus.
  const occupe = statut !== '' && statut !== 'echec';
  const repondre = async (connue: boolean) => {
    if (occupe) return;
    setStatut('en-cours');
    const reponse = await appeler('demande/verifier-personne', { demande: id, connue });
    setStatut(reponse.statut in DIT ? reponse.statut : 'echec');
  };
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
      <p className="csf-boutons">
        <button
          type="button"
          className="fr-btn fr-btn--sm"
          aria-disabled={occupe}
          onClick={() => void repondre(true)}
        >
          Je la connais <span className="fr-sr-only">({nom})</span>
        </button>
        <button
          type="button"
          className="fr-btn fr-btn--sm fr-btn--secondary"
          aria-disabled={occupe}
          onClick={() => void repondre(false)}
        >
          Je ne la connais pas <span className="fr-sr-only">({nom})</span>
        </button>
      </p>
      <p className="csf-message" role="status">
        {DIT[statut] ?? 'Rien n’est enregistré. Réessayez plus tard.'}
      </p>
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
