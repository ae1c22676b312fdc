import { libelleDuree } from '../calibrage/regles/calibrage.ts';
import { FaitsDuMarche } from '../marche/FaitsDuMarche.tsx';
import { CourrielEquipe } from '../site/CourrielEquipe.tsx';
import { enFrancais } from '../socle/dates.ts';
import { heuresDeclarees } from '../heures/regles/heures-comptees.ts';
import { direDecompte, direHeures } from './regles/phrases.ts';
import { RECOURS_SUR_LES_HEURES } from './regles/phrases-en-plus.ts';
import type { SuiviRecu } from './regles/recu.ts';

/** Le parcours, et le mot de la tutrice. */
export function LeParcours({ recu: { dossier, suivi, role } }: { recu: SuiviRecu }) {
  const { parcours, heures, debutLe, demandeur, reference } = dossier;
  const faites = heuresDeclarees(suivi);
  const { fin } = suivi;
  return (
    <section aria-labelledby="parcours">
      <h2 id="parcours">Le parcours</h2>
      <dl className="csf-faits">
        <dt>Parcours</dt>
        <dd>
          <a href={`/parcours/${parcours.id}/`}>{parcours.intitule}</a>
        </dd>
        {dossier.marche && <FaitsDuMarche marche={dossier.marche} />}
        <dt>Prévu pour ce jeune</dt>
        <dd>{libelleDuree(heures)}</dd>
        {faites > 0 && (
          <>
            <dt>Heures déclarées</dt>
            <dd>{direHeures(faites)}</dd>
          </>
        )}
        {fin !== null && (
          <>
            <dt>Décompté du parcours</dt>
            <dd>{direDecompte(fin)}</dd>
          </>
        )}
        <dt>Début souhaité</dt>
        <dd>{enFrancais(debutLe)}</dd>
        <dt>Établissement</dt>
        <dd>{demandeur.etablissement}</dd>
        <dt>Référence du dossier</dt>
        <dd>
          <span className="csf-reference">{reference}</span>
        </dd>
      </dl>
      {fin !== null && role !== 'equipe' && (
        <p>
          {RECOURS_SUR_LES_HEURES} <CourrielEquipe />
        </p>
      )}
      {/* Destiné à l'entreprise seule : les autres ne le reçoivent pas. */}
      {demandeur.message !== '' && (
        <>
          <h3>Le mot du tuteur ou de la tutrice</h3>
          <blockquote>{demandeur.message}</blockquote>
        </>
      )}
    </section>
  );
}
