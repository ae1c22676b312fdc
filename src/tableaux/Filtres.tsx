import { useRef, type ChangeEvent } from 'react';
import { ETATS_DE_SUIVI, FINS } from '../suivi/regles/etats.ts';
import { MOTS_DES_ETATS } from '../suivi/regles/etats-mots.ts';
import { NOMS_DE_QUI } from '../suivi/regles/mots.ts';
import {
  compterPar,
  filtrer,
  lireFiltresDeTableau,
  TABLEAU_ENTIER,
  type Critere,
} from './regles/filtres.ts';
import type { TableauOuvert } from './useTableau.ts';

type Menu = {
  nom: Critere;
  libelle: string;
  tous: string;
  options: Readonly<Record<string, string>>;
};

/* Une demande close n'est pas sur ce tableau. */
const ETAT: Menu = {
  nom: 'etat',
  libelle: 'État',
  tous: 'Tous',
  options: Object.fromEntries(
    ETATS_DE_SUIVI.filter((etat) => !FINS.includes(etat)).map((etat) => [
      etat,
      MOTS_DES_ETATS[etat].nom,
    ]),
  ),
};

const { systeme: _, ...PERSONNES } = NOMS_DE_QUI;
const QUI: Menu = { nom: 'qui', libelle: 'Qui doit agir', tous: 'Tous', options: PERSONNES };

interface Props {
  ouvert: TableauOuvert;
  /** Nom de chaque académie, par code ; absent quand le tableau n'en montre qu'une. */
  academies?: Readonly<Record<string, string>> | undefined;
}

/** Les menus et la case au-dessus du tableau : chaque option dit combien de dossiers elle garde. */
export function Filtres({ ouvert: { lignes, filtres, filtrerPar }, academies }: Props) {
  const formulaire = useRef<HTMLFormElement>(null);
  const menus: Menu[] = [
    ...(academies
      ? [{ nom: 'academie' as const, libelle: 'Académie', tous: 'Toutes', options: academies }]
      : []),
    ETAT,
    QUI,
  ];
  const relire = ({
    currentTarget: { form },
  }: ChangeEvent<HTMLSelectElement | HTMLInputElement>) => {
    const parametres = new URLSearchParams();
    for (const [cle, valeur] of new FormData(form ?? undefined))
      if (typeof valeur === 'string') parametres.set(cle, valeur);
    filtrerPar(lireFiltresDeTableau(parametres));
  };
  const effacer = () => {
    filtrerPar(TABLEAU_ENTIER);
    formulaire.current?.querySelector('select')?.focus();
  };
  return (
    <form
      ref={formulaire}
      className="csf-filtres csf-bord__filtres"
      aria-label="Filtres"
      onSubmit={(evenement) => evenement.preventDefault()}
    >
      {menus.map(({ nom, libelle, tous, options }) => {
        const comptes = compterPar(lignes, filtres, nom);
        return (
          <div key={nom}>
            <label className="fr-label" htmlFor={`f-${nom}`}>
              {libelle}
            </label>
            <select
              className="fr-select"
              id={`f-${nom}`}
              name={nom}
              value={filtres[nom]}
              onChange={relire}
            >
              <option value="">{tous}</option>
              {Object.entries(options)
                // Une option qui ne garderait rien disparaît, sauf si elle est choisie.
                .filter(([valeur]) => comptes.has(valeur) || valeur === filtres[nom])
                .map(([valeur, texte]) => (
                  <option key={valeur} value={valeur}>
                    {texte} ({comptes.get(valeur) ?? 0})
                  </option>
                ))}
            </select>
          </div>
        );
      })}
      <div className="fr-checkbox-group fr-checkbox-group--sm">
        <input
          type="checkbox"
          id="f-retard"
          name="retard"
          value="oui"
          checked={filtres.retard}
          onChange={relire}
        />
        <label className="fr-label" htmlFor="f-retard">
          En retard{' '}
          <span className="csf-compte">
            ({filtrer(lignes, { ...filtres, retard: true }).length})
          </span>
        </label>
      </div>
      {Object.values(filtres).some(Boolean) && (
        <button type="button" className="csf-lien" onClick={effacer}>
          Effacer les filtres
        </button>
      )}
    </form>
  );
}
