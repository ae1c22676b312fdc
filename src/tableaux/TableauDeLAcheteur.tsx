import { LienPersonnel } from '../lien/LienPersonnel.tsx';
import { Dossiers } from './Dossiers.tsx';
import { etatsDuTableau } from './etats.ts';
import { Listes } from './Listes.tsx';
import { Outils } from './Outils.tsx';
import { Ouvert } from './Ouvert.tsx';
import { direLeCompte } from './regles/mots.ts';
import type { NomsConnus } from './regles/noms.ts';
import { pourLAcheteur } from './regles/tableau.ts';
import { useTableau } from './useTableau.ts';

interface Props {
  /** Adresse des fonctions, sans barre finale. */
  fonctions: string;
  noms: NomsConnus;
}

const ETATS = etatsDuTableau(
  'Cette page montre les parcours nés de vos marchés, avec leur clause sociale de formation (CSF). Elle s’ouvre avec un lien personnel : donnez votre adresse professionnelle, vous le recevez par courriel.',
);

const SANS_JEUNE = {
  titre: 'Sans jeune pour le moment',
  aide: 'Un tuteur ou une tutrice peut les choisir dans le catalogue.',
  aucun: 'Chacun de vos parcours a un jeune, ou en a accueilli un.',
};

const CONTACTS = {
  titre: 'Contacts jamais confirmés',
  aide: 'L’entreprise n’a pas confirmé les deux personnes à prévenir. Appelez-la : un contact sur deux change.',
  aucun: 'L’entreprise a confirmé les contacts de chaque parcours.',
};

/** Tous les parcours d'un acheteur ou d'un prescripteur : en retard d'abord, puis le plus ancien. */
export function TableauDeLAcheteur({ fonctions, noms }: Props) {
  const { lien, ouvert } = useTableau({
    fonctions,
    noms,
    portees: ['dossiers'],
    memoire: 'dossiers',
    ranger: pourLAcheteur,
  });
  return (
    <LienPersonnel
      lien={lien}
      etats={ETATS}
      secours={null}
      titre={ouvert && direLeCompte(ouvert.retenues)}
    >
      {ouvert && (
        <Ouvert titre="Avec un jeune" lien={lien} ouvert={ouvert}>
          <Dossiers
            ouvert={ouvert}
            legende="Vos dossiers : en retard d’abord, puis du plus ancien au plus récent"
            vide="Aucun jeune n’est proposé pour vos parcours en ce moment. Vous recevrez un courriel."
          />
          <Outils ouvert={ouvert} fermer={lien.fermer} />
          <Listes ouvert={ouvert} sansJeune={SANS_JEUNE} contacts={CONTACTS} />
          <p>
            <a href="/acheteur/suivre/">Que faire à chaque étape, et quand le délai est passé</a>
          </p>
        </Ouvert>
      )}
    </LienPersonnel>
  );
}
