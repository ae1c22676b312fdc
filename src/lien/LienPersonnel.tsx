import type { ReactNode } from 'react';
import { CourrielEquipe } from '../site/CourrielEquipe.tsx';
import { useTitre } from '../formulaire/useTitre.ts';
import { EtatDuLien } from './EtatDuLien.tsx';
import { ETATS_COMMUNS, NOUVEAU_LIEN, type EtatDit } from './etats.tsx';
import { PanneDuLien } from './PanneDuLien.tsx';
import type { LienTenu } from './useLien.ts';

interface Props {
  lien: LienTenu;
  /** Ce que cette page dit en propre d'un lien, par statut. */
  etats?: Readonly<Record<string, EtatDit>>;
  /** Début du titre du document quand le lien est ouvert : le nom du dossier, une erreur. */
  titre?: string;
  /** Ce qui ouvre la page quand le lien n'est pas arrivé entier ; sinon, où le trouver. */
  secours?: ReactNode;
  /** Ce que le lien ouvre ; `null` quand la réponse n'ouvre rien. */
  children: ReactNode;
}

function Etat({ lien, etats = {} }: Pick<Props, 'lien' | 'etats'>) {
  const { reponse, agi } = lien;
  if (!reponse)
    return (
      <div className="csf-avec-js csf-lecture">
        <EtatDuLien titre="Lecture de votre lien…" focus={false} />
      </div>
    );
  const dit = { ...ETATS_COMMUNS, ...etats }[reponse.statut];
  if (!dit) return <PanneDuLien lien={lien} />;
  const { titre, texte, bouton = NOUVEAU_LIEN } = dit;
  return (
    <EtatDuLien titre={titre} focus={agi}>
      {typeof texte === 'string' ? <p>{texte}</p> : texte}
      {bouton && (
        <p>
          <a className="fr-btn" href={bouton.vers}>
            {bouton.libelle}
          </a>
        </p>
      )}
    </EtatDuLien>
  );
}

/* Le fragment manque, ou n'est pas entier : la messagerie l'a peut-être abîmé. */
const PAS_ARRIVE: readonly unknown[] = ['sans-jeton', 'lien-inconnu'];

const AllerAuCode = () => (
  <p>
    Votre lien n’a pas marché ? <a href="/suivi/">Tapez le code écrit sous le bouton du courriel</a>
  </p>
);

/* Rien avant la réponse : une annonce écrite dans la page construite y resterait sans JavaScript. */
function titreDit({ lien: { reponse }, etats = {} }: Pick<Props, 'lien' | 'etats'>) {
  if (!reponse) return undefined;
  return { ...ETATS_COMMUNS, ...etats }[reponse.statut]?.titre ?? 'Le service ne répond pas';
}

/**
 * Tout ce qu'un lien personnel ouvre : la lecture, ce qu'il montre, ou pourquoi il ne montre rien (inconnu, expiré,
 * fermé, panne), et comment en recevoir un nouveau.
 */
export function LienPersonnel({ lien, etats, titre, secours = <AllerAuCode />, children }: Props) {
  const ouvert = children !== null && children !== undefined && children !== false;
  useTitre(ouvert ? titre : titreDit({ lien, etats }));
  return (
    <>
      <p className="fr-sr-only" role="status">
        {!lien.agi && !ouvert && titreDit({ lien, etats })}
      </p>
      <noscript>
        <p className="csf-alerte">
          Cette page a besoin de JavaScript : votre lien personnel est dans une partie de l’adresse
          que votre navigateur n’envoie à personne. Ouvrez le courriel sur un autre appareil, ou
          transférez-le à l’équipe : <CourrielEquipe />.
        </p>
      </noscript>
      {ouvert ? children : <Etat lien={lien} etats={etats} />}
      {!ouvert && PAS_ARRIVE.includes(lien.reponse?.statut) && secours}
      {!ouvert && (
        <p className="csf-question">
          Une question ? Écrivez à l’équipe : <CourrielEquipe />
        </p>
      )}
    </>
  );
}
