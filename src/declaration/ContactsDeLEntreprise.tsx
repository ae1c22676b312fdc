import { Personne, type BornesDePersonne } from './Personne.tsx';
import type { PersonneRecue } from './regles/declaration-recue.ts';

interface Props {
  bornes: BornesDePersonne;
  /** Rôle de la personne qui répond, quand c'est l'une des deux. */
  soi?: string;
  connues?: readonly PersonneRecue[];
}

/** Les deux personnes de l'entreprise : l'une peut partir. Dans une petite, une seule tient les deux rôles. */
export function ContactsDeLEntreprise({ bornes, soi, connues = [] }: Props) {
  const cellesDe = (role: string) => ({
    bornes,
    soi: soi === role,
    connue: connues.find((personne) => personne.role === role),
  });
  return (
    <>
      <fieldset className="csf-groupe">
        <legend>Le contact du marché</legend>
        <p className="csf-note">La personne qui a répondu au marché pour l’entreprise.</p>
        <Personne groupe="entreprise1" {...cellesDe('entreprise-1')} />
      </fieldset>
      <fieldset className="csf-groupe">
        <legend>Le tuteur entreprise</legend>
        <p className="csf-note">
          La personne qui accueillera le jeune. Une autre, si possible : chacune peut partir. C’est
          la même ? Écrivez de nouveau son adresse : seul contact, elle reçoit un seul courriel.
        </p>
        <Personne groupe="entreprise2" {...cellesDe('entreprise-2')} />
      </fieldset>
    </>
  );
}
