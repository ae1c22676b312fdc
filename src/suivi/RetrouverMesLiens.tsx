import { BoutonEnvoyer } from '../formulaire/BoutonEnvoyer.tsx';
import { EnvoiRefuse } from '../formulaire/EnvoiRefuse.tsx';
import { Formulaire } from '../formulaire/Formulaire.tsx';
import { useFormulaire } from '../formulaire/useFormulaire.ts';
import { useTitre } from '../formulaire/useTitre.ts';
import type { Bornes } from '../socle/bornes.ts';
import { Champ } from '../ui/Champ.tsx';

interface Props {
  /** Adresse des fonctions, sans barre finale. */
  fonctions: string;
  bornes: Bornes;
}

const lesRegles = async () => ({
  schema: (await import('../lien/regles/retrouver.ts')).retrouverSchema,
});

/** Une adresse, et ses liens repartent par courriel ; la page ne dit jamais si l'adresse est connue. */
export function RetrouverMesLiens({ fonctions, bornes }: Props) {
  const machine = useFormulaire({
    route: 'suivi/retrouver-suivi',
    fonctions,
    regles: lesRegles,
    objet: () => 'Mes liens de suivi',
    conclut: ({ statut }) => statut === 'envoye',
    surReception: () => location.assign('/suivi/retrouver/envoye/'),
  });
  const { erreurs, refus } = machine;
  useTitre(Object.keys(erreurs).length > 0 && 'Erreur');
  const demande = refus && {
    ...refus,
    texte: `Bonjour,\nje ne retrouve plus les liens des parcours que je suis.\n${refus.texte}`,
  };
  return (
    <Formulaire machine={machine} titre="recevoir">
      <h2 id="recevoir" className="fr-sr-only">
        Recevoir mes liens
      </h2>
      <Champ
        nom="courriel"
        libelle="Votre adresse électronique professionnelle"
        aide="Celle où vous recevez nos courriels."
        type="email"
        autocomplete="email"
        {...bornes}
      />
      <EnvoiRefuse refus={demande} />
      <p className="csf-boutons">
        <BoutonEnvoyer machine={machine} libelle="Recevoir mes liens" />
      </p>
    </Formulaire>
  );
}
