import { BoutonEnvoyer } from '../formulaire/BoutonEnvoyer.tsx';
import { Brouillon } from '../formulaire/Brouillon.tsx';
import { EnvoiRefuse } from '../formulaire/EnvoiRefuse.tsx';
import { Formulaire } from '../formulaire/Formulaire.tsx';
import { useFormulaire } from '../formulaire/useFormulaire.ts';
import { useTitre } from '../formulaire/useTitre.ts';
import type { Bornes } from '../socle/bornes.ts';
import { Champ } from '../ui/Champ.tsx';

interface Props {
  /** Adresse des fonctions, sans barre finale. */
  fonctions: string;
  bornes: Record<'nom' | 'courriel' | 'telephone', Bornes>;
}

const lesRegles = async () => ({
  schema: (await import('./regles/releve.ts')).releveSchema,
});

/** Un collègue demande les dossiers d'un acheteur parti ; la page ne dit jamais si une adresse ou une référence est connue. */
export function DemanderLaReleve({ fonctions, bornes }: Props) {
  const machine = useFormulaire({
    nom: 'releve',
    route: 'suivi/demander-releve',
    fonctions,
    regles: lesRegles,
    objet: () => 'Reprendre les dossiers d’un collègue parti',
    conclut: ({ statut }) => statut === 'recu',
    surReception: () => location.assign('/acheteur/reprendre/envoyee/'),
  });
  const { erreurs, refus } = machine;
  useTitre(Object.keys(erreurs).length > 0 && 'Erreur');
  const demande = refus && {
    ...refus,
    texte: `Bonjour,\nje voudrais reprendre les dossiers d’un collègue parti.\n${refus.texte}`,
  };
  return (
    <Formulaire machine={machine} titre="reprendre">
      <h2 id="reprendre" className="fr-sr-only">
        Demander à reprendre des dossiers
      </h2>
      <fieldset className="csf-groupe">
        <legend>Vous</legend>
        <Champ nom="nom" libelle="Prénom et nom" autocomplete="name" {...bornes.nom} />
        <Champ
          nom="courriel"
          libelle="Votre adresse électronique professionnelle"
          aide="Celle de la structure qui a passé le marché. Les liens y seront envoyés."
          type="email"
          autocomplete="email"
          {...bornes.courriel}
        />
        <Champ
          nom="telephone"
          libelle="Téléphone professionnel"
          type="tel"
          autocomplete="tel"
          {...bornes.telephone}
          facultatif
        />
      </fieldset>
      <fieldset className="csf-groupe">
        <legend>Les dossiers</legend>
        <p className="csf-note">L’un des deux suffit.</p>
        <Champ
          nom="courrielParti"
          libelle="Adresse électronique de la personne partie"
          type="email"
          requis={false}
          {...bornes.courriel}
        />
        <Champ
          nom="reference"
          libelle="Référence du dossier ou du marché"
          aide="Celle d’un dossier est dans nos courriels : D- et six signes."
          requis={false}
        />
      </fieldset>
      <EnvoiRefuse refus={demande} />
      <p className="csf-boutons">
        <BoutonEnvoyer machine={machine} libelle="Demander à reprendre ces dossiers" />
      </p>
      <Brouillon brouillon={machine.brouillon} />
    </Formulaire>
  );
}
