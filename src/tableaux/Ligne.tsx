import type { ReactNode } from 'react';
import { direIlYA } from '../socle/dates.ts';
import { phraseDesPartis } from '../relais/regles/phrases-relais.ts';
import { MOTS_DES_ETATS } from '../suivi/regles/etats-mots.ts';
import { NOMS_DE_QUI } from '../suivi/regles/mots.ts';
import { phraseDesNonRemis } from '../suivi/regles/phrases-en-plus.ts';
import { direJour, direLieuEtDomaine, direRetard, type NomsDuTableau } from './regles/mots.ts';
import { estARelancer, retardDe, type Lecteur, type LigneDeTableau } from './regles/tableau.ts';

interface Props {
  ligne: LigneDeTableau;
  noms: NomsDuTableau;
  lecteur: Lecteur;
  /** Ce que la page ajoute sous le nom du dossier. */
  children?: ReactNode;
}

/* Le nom de la colonne : en carte, le style l'écrit devant la valeur. */
const Cellule = ({ libelle, children }: { libelle: string; children: ReactNode }) => (
  <td data-libelle={libelle}>{children}</td>
);

/* Un texte rendu seul n'est dans aucun élément : sans les <>, il garderait ses apostrophes droites. */
function Titre({ ligne: { jeton, reference, parcours } }: Pick<Props, 'ligne'>) {
  if (jeton === undefined) return <>{parcours.intitule}</>;
  return (
    <a href={`/suivi/#${jeton}`}>
      {parcours.intitule} <span className="fr-sr-only">(dossier {reference})</span>
    </a>
  );
}

/* Relancer tient en un clic quand l'entreprise est en retard ; la page du dossier demande confirmation. */
function Relance({ ligne, lecteur }: Pick<Props, 'ligne' | 'lecteur'>) {
  const { jeton = '', reference, suivi } = ligne;
  const relancee = suivi.derniereRelanceManuelle;
  return (
    <>
      {relancee !== null && <small>Relance à la main : {direJour(relancee)}</small>}
      {estARelancer(ligne, lecteur) && (
        <a className="csf-bord__relancer" href={`/suivi/#${jeton}.relancer`}>
          Relancer l’entreprise <span className="fr-sr-only">pour le dossier {reference}</span>
        </a>
      )}
    </>
  );
}

function Quand({ ligne }: Pick<Props, 'ligne'>) {
  const { prochaine } = ligne.suivi;
  if (prochaine?.avantLe === null) return <>Pas de date limite</>;
  const retard = retardDe(ligne);
  const jour = direJour(prochaine?.avantLe);
  if (retard === 0) return <>{jour}</>;
  return (
    <>
      <strong className="csf-bord__retard">{direRetard(retard)}</strong>
      <small>{jour}</small>
    </>
  );
}

/** Un dossier, en une ligne du tableau. */
export function Ligne({ ligne, noms, lecteur, children }: Props) {
  const { reference, parcours, academie, suivi, notifieLe, activeLe, jeton } = ligne;
  return (
    <tr>
      {/* Sans lien à suivre, c'est la ligne qui reçoit le focus de « Montrer la suite ». */}
      <th scope="row" tabIndex={jeton === undefined ? -1 : undefined}>
        <Titre ligne={ligne} />
        <small>{direLieuEtDomaine(parcours, noms)}</small>
        <small>
          Dossier <span className="csf-reference">{reference}</span>, académie :{' '}
          {noms.academie(academie)}
        </small>
        {children}
      </th>
      <Cellule libelle="Qui doit agir">
        <strong>{suivi.prochaine ? NOMS_DE_QUI[suivi.prochaine.qui] : 'Personne'}</strong>
        <small>{MOTS_DES_ETATS[suivi.etat].nom}</small>
        {suivi.nonRemis.length > 0 && <small>{phraseDesNonRemis(suivi)}</small>}
        {suivi.partis.length > 0 && <small>{phraseDesPartis(suivi)}</small>}
        <Relance ligne={ligne} lecteur={lecteur} />
      </Cellule>
      <Cellule libelle="Au plus tard le">
        <Quand ligne={ligne} />
      </Cellule>
      <Cellule libelle="Dernière action">
        {noms.derniere(ligne)}
        {suivi.derniere && <small>{direIlYA(suivi.derniere.ilYA)}</small>}
      </Cellule>
      <Cellule libelle="Mise en relation">
        {direJour(activeLe)}
        {notifieLe && <small>Marché notifié le {direJour(notifieLe)}</small>}
      </Cellule>
    </tr>
  );
}
