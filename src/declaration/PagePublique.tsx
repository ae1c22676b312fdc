import { phraseDuLieu } from '../lieux/regles/territoire.ts';
import type { LieuLu } from '../lieux/useLieuDuCode.ts';
import { Apercu } from '../parcours/Apercu.tsx';
import type { Parcours } from '../parcours/regles/parcours.ts';

interface Props {
  parcours: Parcours;
  lieu: LieuLu;
  /** Nom de chaque domaine. */
  domaines: Readonly<Record<string, string>>;
}

/** La page publique d'une déclaration, et ce qui s'est déduit de la commune. */
export function PagePublique({ parcours, lieu, domaines }: Props) {
  if (lieu === undefined) return null;
  if (lieu === null)
    return (
      <p className="csf-alerte">
        La commune n’a pas pu être lue : la page publique ne peut pas être montrée. Vérifiez la
        connexion, puis rouvrez cette page.
      </p>
    );
  const nomDomaine = domaines[parcours.domaine] ?? parcours.domaine;
  return (
    <>
      <Apercu parcours={parcours} lieu={lieu} nomDomaine={nomDomaine} />
      <p className="csf-note">{phraseDuLieu(lieu)}</p>
    </>
  );
}
