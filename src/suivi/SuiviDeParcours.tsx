import { lazy, Suspense, useEffect } from 'react';
import { LienPersonnel } from '../lien/LienPersonnel.tsx';
import { ParCode } from '../lien/ParCode.tsx';
import { typographier } from '../socle/typographie.ts';
import type { BornesDuSuivi } from './action-dite.ts';
import { chargerLesFormulaires } from './actions-dites.ts';
import { Aide, type MomentDuKit } from './Aide.tsx';
import { Chronologie } from './Chronologie.tsx';
import { ETATS_DU_SUIVI } from './etats-du-lien.ts';
import { OuVenir } from '../rencontre/OuVenir.tsx';
import { LeParcours } from './LeParcours.tsx';
import { Maintenant } from './Maintenant.tsx';
import { Personnes } from './Personnes.tsx';
import { useSuivi } from './useSuivi.ts';

/* N'arrive qu'à elle, une fois le dossier ouvert : la page des autres n'en porte rien. */
const PourLaTutrice = lazy(() => import('../relances/PourLaTutrice.tsx'));
/* Deux rôles seulement gardent le dossier : la pièce n'arrive que pour eux. Sans elle, le reste de la page sert toujours. */
const Export = lazy(async () => {
  try {
    return { default: (await import('../preuve/Export.tsx')).Export };
  } catch {
    return { default: () => <p role="alert">Pour garder le dossier, rechargez la page.</p> };
  }
});

interface Props {
  /** Adresse des fonctions, sans barre finale. */
  fonctions: string;
  /** La page qui aide à chaque étape de la frise, pour l'entreprise. */
  moments: readonly MomentDuKit[];
  bornes: BornesDuSuivi;
  /** Jours du report le plus lointain. */
  reportMaximum: number;
}

/* Le titre de la page est hors de l'îlot : il se lit avant tout script, et prend le nom du dossier ouvert. */
function useNomDeLaPage(nom: string | undefined) {
  useEffect(() => {
    const titre = document.querySelector('h1');
    if (nom === undefined || !titre) return undefined;
    const trouve = titre.textContent;
    titre.textContent = typographier(nom);
    return () => {
      titre.textContent = trouve;
    };
  }, [nom]);
}

/** La page d'un dossier, ouverte par un lien personnel : elle dit où il en est, et agit sur un bouton. */
export function SuiviDeParcours({ fonctions, moments, bornes, reportMaximum }: Props) {
  const suivi = useSuivi(fonctions);
  const { lien, recu, debutDuTitre } = suivi;
  const nom = recu?.dossier.parcours.intitule;
  useNomDeLaPage(nom);
  const role = recu?.role;
  useEffect(() => {
    // Sans réseau, le bouton essaiera de nouveau et le dira.
    if (role) void chargerLesFormulaires(role).catch(() => undefined);
  }, [role]);
  return (
    <LienPersonnel
      lien={lien}
      etats={ETATS_DU_SUIVI}
      secours={<ParCode lien={lien} fonctions={fonctions} />}
      titre={[debutDuTitre, nom].filter(Boolean).join(' – ')}
    >
      {recu ? (
        <div className="csf-dossier__ouvert" key={recu.dossier.reference}>
          <Maintenant
            suivi={suivi}
            recu={recu}
            fonctions={fonctions}
            bornes={bornes}
            reportMaximum={reportMaximum}
          />
          {recu.dossier.lieu && <OuVenir lieu={recu.dossier.lieu} />}
          {recu.pourLaTutrice && (
            <Suspense>
              <PourLaTutrice recu={recu} />
            </Suspense>
          )}
          <Chronologie recu={recu} />
          <Personnes recu={recu} />
          <LeParcours recu={recu} />
          <Aide recu={recu} moments={moments} />
          {['acheteur', 'equipe'].includes(recu.role) && (
            <Suspense>
              <Export recu={recu} />
            </Suspense>
          )}
          <section className="csf-fermer" aria-labelledby="fermer">
            <h2 id="fermer">Vous avez fini ?</h2>
            <p>
              Sur un ordinateur partagé, fermez le dossier : votre lien s’oublie ici. Pour revenir,
              rouvrez le courriel.
            </p>
            <p>
              <button type="button" className="fr-btn fr-btn--secondary" onClick={lien.fermer}>
                Fermer
              </button>
            </p>
          </section>
        </div>
      ) : null}
    </LienPersonnel>
  );
}
