import { commeErreurs, ErreursDesChamps } from '../ui/erreurs.ts';
import { Case } from '../ui/Case.tsx';
import { Champ } from '../ui/Champ.tsx';
import { Liste } from '../ui/Liste.tsx';
import { acheteurs, natures, nombresDeJeunes, volumes } from './options.ts';
import { SAISIE_VIDE } from './regles/marche.ts';
import type { CalibrageEnCours } from './useCalibrage.ts';

interface Props {
  calibrage: CalibrageEnCours;
  /** La personne demande le résultat. */
  surDemande: () => void;
  surEffacement: () => void;
}

/* Au-delà, ce n'est plus un nombre. */
const LONGUEUR = 30;

const champ = { maxlength: LONGUEUR, requis: false, classe: 'csf-champ' };
const liste = { requis: false, classe: 'csf-champ' };

/** Ce que l'on dit de son marché. Rien n'est enregistré : l'adresse de la page le redonne, et non le navigateur. */
export function FormulaireDeCalibrage({ calibrage, surDemande, surEffacement }: Props) {
  const { formulaire, saisie, erreurs, taper } = calibrage;
  return (
    <ErreursDesChamps value={commeErreurs(erreurs)}>
      <form
        ref={formulaire}
        className="csf-formulaire"
        aria-label="Votre marché"
        autoComplete="off"
        noValidate
        onInput={taper}
        onSubmit={(evenement) => {
          evenement.preventDefault();
          surDemande();
        }}
      >
        <Champ
          nom="montant"
          libelle="Montant ferme d’un lot, hors taxes"
          aide="En euros. Sans lot, le montant ferme du marché."
          inputmode="decimal"
          {...champ}
        />
        <Champ
          nom="duree"
          libelle="Durée ferme du marché"
          aide="En mois, sans les reconductions."
          inputmode="numeric"
          {...champ}
        />
        <Champ
          nom="lots"
          libelle="Nombre de lots avec la clause"
          aide="Du même montant. Sinon, un calcul par lot."
          inputmode="numeric"
          valeur={SAISIE_VIDE.lots}
          {...champ}
        />
        <Liste nom="nature" libelle="Nature du marché" options={natures} invite={null} {...liste} />
        <Liste nom="acheteur" libelle="Qui achète" options={acheteurs} invite={null} {...liste} />
        <Liste
          nom="heures"
          libelle="Volume voulu"
          options={volumes}
          invite="Le volume indicatif"
          {...liste}
        />
        <Liste
          nom="jeunes"
          libelle="Nombre de jeunes par lot"
          options={nombresDeJeunes}
          invite={null}
          {...liste}
        />
        <div className="csf-case">
          <Case nom="bons" libelle="C’est un marché à bons de commande" valeur="oui" />
        </div>
        <div className="csf-champ--large" hidden={saisie.bons !== 'oui'}>
          <Champ
            nom="seuil"
            libelle="Seuil de commandes qui déclenche la clause"
            aide="En euros, hors taxes."
            inputmode="decimal"
            facultatif
            {...champ}
          />
        </div>
        <p className="csf-champ--large csf-actions">
          <button type="submit" className="fr-btn">
            Calculer
          </button>
          <button type="button" className="fr-btn fr-btn--secondary" onClick={surEffacement}>
            Effacer
          </button>
        </p>
      </form>
    </ErreursDesChamps>
  );
}
