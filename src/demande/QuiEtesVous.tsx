import { Etape } from '../formulaire/Etape.tsx';
import type { Etapes } from '../formulaire/useEtapes.ts';
import type { Bornes } from '../socle/bornes.ts';
import { Champ } from '../ui/Champ.tsx';
import { Liste } from '../ui/Liste.tsx';
import { Radios } from '../ui/Radios.tsx';
import { CaseDeLaReference } from './ParcoursChoisi.tsx';
import { ROLES_DE_DEMANDE } from './regles/roles.ts';
import type { ParcoursTenu } from './useParcours.ts';

interface Props {
  etapes: Etapes;
  parcours: ParcoursTenu;
  bornes: Readonly<
    Record<'parcoursId' | 'nom' | 'courriel' | 'telephone' | 'etablissement', Bornes>
  >;
  /** Le nom de chaque académie. */
  academies: Readonly<Record<string, string>>;
  exempleDeCourriel: string;
}

const roles = Object.entries(ROLES_DE_DEMANDE).map(([valeur, libelle]) => ({ valeur, libelle }));

/** Première étape : le parcours, et la personne qui accompagne le jeune. */
export function QuiEtesVous({ etapes, parcours, bornes, academies, exempleDeCourriel }: Props) {
  return (
    <Etape etapes={etapes} numero={1} titre="Qui êtes-vous ?">
      <CaseDeLaReference parcours={parcours}>
        <Champ
          nom="parcoursId"
          libelle="Référence du parcours"
          aide="Huit lettres et chiffres, sur la page du parcours."
          {...bornes.parcoursId}
        />
      </CaseDeLaReference>
      <Champ nom="nom" libelle="Prénom et nom" autocomplete="name" {...bornes.nom} />
      <Champ
        nom="courriel"
        libelle="Adresse électronique professionnelle"
        aide={`Nous y envoyons le lien de confirmation. Exemple : ${exempleDeCourriel}`}
        type="email"
        autocomplete="email"
        {...bornes.courriel}
      />
      <Champ
        nom="telephone"
        libelle="Téléphone professionnel"
        aide="L’entreprise vous joindra plus vite."
        type="tel"
        autocomplete="tel"
        {...bornes.telephone}
        facultatif
      />
      <Radios
        nom="role"
        legende="Votre rôle"
        aide="MLDS : mission de lutte contre le décrochage scolaire."
        options={roles}
      />
      <Champ
        nom="etablissement"
        libelle="Établissement ou structure"
        autocomplete="organization"
        {...bornes.etablissement}
      />
      <Liste nom="academie" libelle="Académie" options={academies} />
    </Etape>
  );
}
