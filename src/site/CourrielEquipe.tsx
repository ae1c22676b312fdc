import { COURRIEL_EQUIPE } from './regles/courriel-equipe.ts';

const [boite, domaine] = COURRIEL_EQUIPE.split('@');

/** L'adresse de l'équipe. Elle est longue : sur un téléphone, elle se coupe après l'arobase et pas au milieu d'un mot. */
export function CourrielEquipe() {
  return (
    <a href={`mailto:${COURRIEL_EQUIPE}`} data-pagefind-ignore="">
      {`${boite}@`}
      <wbr />
      {domaine}
    </a>
  );
}
