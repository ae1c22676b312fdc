import { useLayoutEffect, useRef } from 'react';
import { BoutonEnvoyer } from '../formulaire/BoutonEnvoyer.tsx';
import { EnvoiRefuse } from '../formulaire/EnvoiRefuse.tsx';
import { Formulaire } from '../formulaire/Formulaire.tsx';
import { useFormulaire } from '../formulaire/useFormulaire.ts';
import { useTitre } from '../formulaire/useTitre.ts';
import { Champ } from '../ui/Champ.tsx';
import { CODE_TAPE_MAX } from './regles/limites.ts';
import type { LienTenu } from './useLien.ts';

interface Props {
  lien: Pick<LienTenu, 'ouvrir'>;
  /** Adresse des fonctions, sans barre finale. */
  fonctions: string;
}

const lesRegles = async () => ({ schema: (await import('./regles/code.ts')).codeSchema });

/* Ni la référence ni le code : un courriel à l'équipe n'a pas à porter de quoi ouvrir un dossier. */
const A_L_EQUIPE =
  'Bonjour,\nle lien personnel de mes courriels ne s’ouvre pas, et le code non plus.';

/** Pour qui sa messagerie abîme les liens : la référence et le code du courriel ouvrent ce que le lien ouvre. */
export function OuvrirParCode({ lien, fonctions }: Props) {
  const machine = useFormulaire({
    route: 'suivi/ouvrir-par-code',
    fonctions,
    regles: lesRegles,
    objet: () => 'Mon lien de suivi ne s’ouvre pas',
    conclut: ({ statut }) => statut === 'ouvert',
    surReception: ({ jeton }) => {
      if (typeof jeton === 'string') void lien.ouvrir(jeton);
    },
  });
  const { erreurs, refus } = machine;
  const refuse = refus && {
    ...refus,
    raison: refus.raison.statut === 'limite' ? { ...refus.raison, statut: 'essais' } : refus.raison,
    texte: A_L_EQUIPE,
  };
  const tete = useRef<HTMLHeadingElement>(null);
  // On vient de demander ce formulaire : la lecture continue à son titre, sans un instant nulle part.
  useLayoutEffect(() => tete.current?.focus(), []);
  useTitre(Object.keys(erreurs).length > 0 && 'Erreur');
  return (
    <Formulaire machine={machine} titre="par-code">
      <h2 id="par-code" ref={tete} tabIndex={-1}>
        Votre lien n’a pas marché ?
      </h2>
      <p>
        Certaines messageries abîment les liens. Tapez ce qui est écrit sous le bouton du dernier
        courriel : le dossier s’ouvre ici.
      </p>
      <Champ
        nom="reference"
        libelle="Référence"
        aide="Par exemple : D-bcdfgh."
        maxlength={CODE_TAPE_MAX}
      />
      <Champ
        nom="code"
        libelle="Code"
        aide="Huit signes, valables sept jours au plus. Par exemple : bcdf-ghjk."
        autocomplete="one-time-code"
        maxlength={CODE_TAPE_MAX}
      />
      <EnvoiRefuse refus={refuse} />
      <p className="csf-boutons">
        <BoutonEnvoyer machine={machine} libelle="Ouvrir le dossier" />
      </p>
    </Formulaire>
  );
}
