import { libelleDuree, VOLUMES } from '../calibrage/regles/calibrage.ts';
import { Brouillon } from '../formulaire/Brouillon.tsx';
import { enEuros } from '../socle/montant.ts';
import { Champ } from '../ui/Champ.tsx';
import { commeErreurs, ErreursDesChamps } from '../ui/erreurs.ts';
import { Liste } from '../ui/Liste.tsx';
import { phraseDesBlancs } from './regles/clause-document.ts';
import type { ModeleDeClause } from './regles/modele.ts';
import type { Reponses } from './regles/reponses.ts';
import type { ClauseEnCours } from './useClause.ts';

interface Props {
  clause: ClauseEnCours;
  depart: Reponses;
  ordresDeGrandeur: ModeleDeClause['ordresDeGrandeur'];
}

const VOLUMES_DITS = Object.fromEntries(
  VOLUMES.map(({ heures }) => [heures, libelleDuree(heures)]),
);
const OUI_NON = { oui: 'Oui', non: 'Non' };
const PORTEES = { marche: 'Tout le marché', lots: 'Un ou plusieurs lots' };

const ordre = (euros: number) => `Ordre de grandeur d’un modèle de clause : ${enEuros(euros)}`;

/* Tout est facultatif, et dit une fois en tête : rien n'est exigé, ni signalé champ par champ. */
const champ = { requis: false, classe: 'csf-clause__champ' };
const liste = { ...champ, invite: 'Laisser en blanc' };
const nombre = { ...champ, inputmode: 'numeric' } as const;
const euros = { ...champ, inputmode: 'decimal' } as const;

function Delais({ depart }: Pick<Props, 'depart'>) {
  return (
    <fieldset>
      <legend>Délais</legend>
      <Champ
        nom="delaiReponse"
        libelle="Pour répondre (en jours)"
        valeur={String(depart.delaiReponse)}
        {...nombre}
      />
      <Champ
        nom="delaiAccueil"
        libelle="Pour accueillir (en jours)"
        valeur={String(depart.delaiAccueil)}
        {...nombre}
      />
      <Champ
        nom="justificatifs"
        libelle="Pour les justificatifs (en jours ouvrés)"
        valeur={String(depart.justificatifs)}
        {...nombre}
      />
    </fieldset>
  );
}

function Penalites({ ordresDeGrandeur }: Pick<Props, 'ordresDeGrandeur'>) {
  return (
    <fieldset>
      <legend>Pénalités</legend>
      <Champ
        nom="penaliteReunion"
        libelle="Absence à une réunion (en euros)"
        aide={ordre(ordresDeGrandeur.penaliteReunion)}
        {...euros}
      />
      <Champ
        nom="penaliteRetard"
        libelle="Retard d’un justificatif (en euros par jour ouvré)"
        aide={ordre(ordresDeGrandeur.penaliteRetard)}
        {...euros}
      />
      <Champ nom="coefficient" libelle="Coefficient des heures non réalisées" {...euros} />
    </fieldset>
  );
}

/** Ce que l'acheteur répond : ce qui manque reste un blanc dans la clause. */
export function FormulaireDeClause({ clause, depart, ordresDeGrandeur }: Props) {
  const { formulaire, reponses, parties, erreurs, brouillon, taper } = clause;
  return (
    <ErreursDesChamps value={commeErreurs(erreurs)}>
      <form
        ref={formulaire}
        className="csf-clause__formulaire csf-avec-js"
        autoComplete="off"
        aria-labelledby="vos-reponses"
        data-pagefind-ignore=""
        onInput={taper}
        onSubmit={(evenement) => evenement.preventDefault()}
      >
        <h2 id="vos-reponses">Vos réponses</h2>
        <p className="fr-hint-text">
          Tout est facultatif : ce qui manque reste un blanc. Vos réponses restent dans cet onglet.
          Rien n’est envoyé.
        </p>
        <Champ
          nom="acheteur"
          libelle="Nom de l’acheteur public"
          aide="Un organisme, pas une personne"
          autocomplete="organization"
          {...champ}
        />
        <Champ nom="objet" libelle="Objet du marché" {...champ} />
        <Liste nom="heures" libelle="Volume d’accueil" options={VOLUMES_DITS} {...liste} />
        <Liste nom="portee" libelle="La clause porte sur" options={PORTEES} {...liste} />
        <div hidden={reponses.portee !== 'lots'}>
          <Champ nom="lots" libelle="Nombre de lots concernés" {...nombre} />
          <Champ
            nom="numeros"
            libelle="Numéros de ces lots"
            aide="Par exemple : 1, 3 et 4"
            {...champ}
          />
        </div>
        <Liste nom="bons" libelle="Marché à bons de commande" options={OUI_NON} {...liste} />
        <div hidden={reponses.bons !== 'oui'}>
          <Champ nom="seuil" libelle="Seuil de commandes (en euros HT)" {...euros} />
        </div>
        <Delais depart={depart} />
        <Liste
          nom="gratification"
          libelle="La clause prévoit une gratification"
          options={OUI_NON}
          {...liste}
        />
        <Penalites ordresDeGrandeur={ordresDeGrandeur} />
        <Brouillon brouillon={brouillon} libelle="Effacer mes réponses" />
        <p className="csf-clause__reste">
          <a href="#le-texte">Voir le texte</a>
          <span data-blancs="">{phraseDesBlancs(parties)}</span>
        </p>
      </form>
    </ErreursDesChamps>
  );
}
