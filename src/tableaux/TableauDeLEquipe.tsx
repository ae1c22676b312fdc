import { LienPersonnel } from '../lien/LienPersonnel.tsx';
import { Courriels } from './Courriels.tsx';
import { Dossiers } from './Dossiers.tsx';
import { etatsDuTableau } from './etats.ts';
import { Filtres } from './Filtres.tsx';
import { Listes } from './Listes.tsx';
import { Outils } from './Outils.tsx';
import { Ouvert } from './Ouvert.tsx';
import { PersonnesAVerifier } from './PersonnesAVerifier.tsx';
import { direLeCompte } from './regles/mots.ts';
import type { NomsConnus } from './regles/noms.ts';
import { pourLEquipe } from './regles/tableau.ts';
import { Releves } from './Releves.tsx';
import { Remises } from './Remises.tsx';
import { useTableau } from './useTableau.ts';

interface Props {
  /** Adresse des fonctions, sans barre finale. */
  fonctions: string;
  noms: NomsConnus;
}

const ETATS = etatsDuTableau(
  'Ce tableau s’ouvre avec un lien personnel, envoyé par courriel. Seuls les membres inscrits le reçoivent : ceux de l’équipe CSF (clause sociale de formation), et ceux de la coordination de chaque académie.',
);

const SANS_JEUNE = {
  titre: 'Parcours sans jeune',
  aide: 'Ils se terminent dans les six mois. Proposez-les aux tuteurs et tutrices de l’académie.',
  aucun: 'Aucun parcours ne se termine bientôt sans jeune.',
};

const CONTACTS = {
  titre: 'Contacts jamais confirmés',
  aide: 'L’entreprise n’a pas confirmé les deux personnes à prévenir. Appelez l’acheteur, la personne qui passe le marché.',
  aucun: 'Tous les contacts sont confirmés.',
};

/** Le tableau de l'équipe ; celui d'une coordination est le même, en lecture seule, pour son académie. */
export function TableauDeLEquipe({ fonctions, noms }: Props) {
  const { lien, ouvert } = useTableau({
    fonctions,
    noms,
    portees: ['equipe', 'coordination'],
    memoire: 'equipe',
    ranger: pourLEquipe,
    filtrable: true,
  });
  const tableau = ouvert?.tableau;
  const lectureSeule = tableau?.role === 'coordination';
  const academie = tableau?.academie ? ouvert?.noms.academie(tableau.academie) : undefined;
  const titreDuDocument = ouvert && [direLeCompte(ouvert.retenues), academie];
  return (
    <LienPersonnel
      lien={lien}
      etats={ETATS}
      secours={null}
      titre={titreDuDocument?.filter(Boolean).join(' – ')}
    >
      {ouvert && (
        <Ouvert
          titre={academie ? `Les dossiers de l’académie : ${academie}` : 'Les dossiers ouverts'}
          lien={lien}
          ouvert={ouvert}
        >
          {ouvert.tableau.personnesAVerifier.length > 0 && (
            <PersonnesAVerifier
              key={`personnes-${ouvert.tableau.maintenant}`}
              personnes={ouvert.tableau.personnesAVerifier}
              noms={ouvert.noms}
              appeler={lien.appeler}
            />
          )}
          {ouvert.tableau.releves.length > 0 && (
            <Releves
              key={`releves-${ouvert.tableau.maintenant}`}
              releves={ouvert.tableau.releves}
              appeler={lien.appeler}
            />
          )}
          <Filtres ouvert={ouvert} academies={lectureSeule ? undefined : noms.academies} />
          <Dossiers
            ouvert={ouvert}
            legende="Dossiers ouverts, le plus en retard d’abord, puis le parcours publié depuis le plus longtemps"
            vide="Aucun dossier ouvert ne correspond. Effacez un filtre pour en voir d’autres."
          />
          <Outils ouvert={ouvert} fermer={lien.fermer} />
          <Listes ouvert={ouvert} sansJeune={SANS_JEUNE} contacts={CONTACTS}>
            {!lectureSeule && (
              // Relu, le tableau dit de nouveau ce qui n'est pas arrivé : chaque courriel se renvoie alors de nouveau.
              <>
                <Courriels
                  key={ouvert.tableau.maintenant}
                  courriels={ouvert.tableau.courrielsMorts}
                  appeler={lien.appeler}
                />
                <Remises remises={ouvert.tableau.remises} />
              </>
            )}
          </Listes>
        </Ouvert>
      )}
    </LienPersonnel>
  );
}
