import { libelleDuree } from '../../../../../src/calibrage/regles/calibrage.ts';
import { faitsDuMarche } from '../../../../../src/marche/regles/mots.ts';
import type { Dossier, Resume } from '../../../../../src/suivi/regles/dossier.ts';
import { enToutesLettres } from '../dates.ts';
import type { Rappel } from './donnees-suivi.ts';
import { Faits, Lien, Paragraphe, Titre } from '../gabarit.tsx';

/** Ce que plusieurs courriels disent d'une demande. */

export function FaitsDeLaDemande(proprietes: {
  resume: Resume & Pick<Dossier, 'marche'>;
  site: string;
  /** Vrai pour qui a déjà vu la page du parcours. */
  dejaVu?: boolean;
}) {
  const { resume, site, dejaVu = false } = proprietes;
  const { parcours } = resume;
  return (
    <>
      <Faits
        faits={[
          ['Parcours', parcours.intitule],
          ['Référence', `${parcours.id} (demande ${resume.reference})`],
          ['Début souhaité', enToutesLettres(resume.debutLe)],
          ['Durée', libelleDuree(resume.heures)],
          ...faitsDuMarche(resume.marche),
        ]}
      />
      <Paragraphe>
        <Lien href={`${site}/parcours/${parcours.id}/`}>
          {dejaVu ? 'Revoir' : 'Voir'} la page du parcours
        </Lien>
      </Paragraphe>
    </>
  );
}

export function QuiDemande({ demandeur }: Pick<Resume, 'demandeur'>) {
  return (
    <Faits
      faits={[
        ['Tuteur ou tutrice', demandeur.nom],
        ['Établissement', demandeur.etablissement],
        ['Courriel', demandeur.courriel],
        ['Téléphone', demandeur.telephone],
      ]}
    />
  );
}

/** Où venir rencontrer l'entreprise ; rien quand ce n'est pas connu, ou pas à dire. */
export function OuVenir({ lieu }: Pick<Rappel, 'lieu'>) {
  if (!lieu) return null;
  return (
    <>
      <Titre>Où venir</Titre>
      <Faits
        faits={[
          ['Adresse', lieu.adresse],
          ['À l’arrivée, demander', lieu.demander],
          ['Le jour même, appeler', lieu.telephone],
          ['À apporter', lieu.apporter],
        ]}
      />
    </>
  );
}
