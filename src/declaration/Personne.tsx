import type { Bornes } from '../socle/bornes.ts';
import { Champ } from '../ui/Champ.tsx';
import type { PersonneRecue } from './regles/declaration-recue.ts';

export type BornesDePersonne = Readonly<Record<'nom' | 'courriel' | 'telephone', Bornes>>;

interface Props {
  /** Groupe du schéma : entreprise1, entreprise2 ou suivi. */
  groupe: string;
  bornes: BornesDePersonne;
  /** Vrai quand la personne parle d'elle-même : le navigateur peut alors proposer ses coordonnées. */
  soi?: boolean;
  /** Ce que l'on en sait déjà. */
  connue?: PersonneRecue | undefined;
}

const JETONS = { nom: 'name', courriel: 'email', telephone: 'tel' };

/** Une personne à prévenir, jamais publiée. */
export function Personne({ groupe, bornes, soi = false, connue }: Props) {
  const champ = (nom: keyof BornesDePersonne) => ({
    nom: `${groupe}.${nom}`,
    ...(soi && { autocomplete: JETONS[nom] }),
    ...(connue && { valeur: connue[nom] ?? '' }),
    ...bornes[nom],
  });
  return (
    <>
      <Champ libelle="Prénom et nom" {...champ('nom')} />
      <Champ libelle="Adresse électronique professionnelle" type="email" {...champ('courriel')} />
      <Champ libelle="Téléphone professionnel" type="tel" facultatif {...champ('telephone')} />
    </>
  );
}
