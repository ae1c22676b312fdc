import { Copier } from '../ui/Copier.tsx';
import { avertissementDeClause, partieEnTexte } from './regles/clause-document.ts';
import type { ModeleDeClause } from './regles/modele.ts';
import { Partie } from './Partie.tsx';
import type { ClauseEnCours } from './useClause.ts';
import { useFichiers } from './useFichiers.ts';

interface Props {
  clause: ClauseEnCours;
  modele: ModeleDeClause;
}

const NOMS: Record<string, string> = {
  reglement: 'Le règlement',
  cahier: 'Le cahier des clauses',
  penalites: 'Les pénalités',
};

/** Le texte de la clause, ses blancs, et de quoi l'emporter : sans JavaScript, les fichiers sont à remplir. */
export function ClauseRedigee({ clause: { parties, annonce, annoncer }, modele }: Props) {
  const avertissement = avertissementDeClause(modele);
  const enregistrer = useFichiers(modele, parties, annoncer);
  const textes = parties.map(partieEnTexte);
  return (
    <div className="csf-clause__texte" id="le-texte">
      <div className="csf-clause__outils">
        <a className="fr-btn" href="/acheteur/clause.docx" download onClick={enregistrer('docx')}>
          Télécharger en .docx
        </a>
        <a
          className="fr-btn fr-btn--secondary"
          href="/acheteur/clause.odt"
          download
          onClick={enregistrer('odt')}
        >
          Télécharger en .odt
        </a>
        <Copier
          quoi="Tout le texte"
          texte={[avertissement, ...textes].join('\n\n')}
          lignes={6}
          dejaLu
        />
        <p className="csf-message" role="status" data-etat="">
          {annonce}
        </p>
      </div>
      <div className="csf-encart" id="avertissement">
        <p>{avertissement}</p>
      </div>
      {parties.map((partie, rang) => (
        <section key={partie.id}>
          <Partie partie={partie} />
          <Copier
            quoi={NOMS[partie.id] ?? 'Cette partie'}
            texte={[textes[rang], avertissement].join('\n\n')}
            lignes={6}
            dejaLu
          />
        </section>
      ))}
    </div>
  );
}
