import type { Vigilance as Relue } from '../anonymisation/regles/vigilance.ts';
import { Etape } from '../formulaire/Etape.tsx';
import type { Etapes } from '../formulaire/useEtapes.ts';
import { CONSERVATION } from '../site/regles/conservation.ts';
import type { Bornes } from '../socle/bornes.ts';
import { Case } from '../ui/Case.tsx';
import { Champ } from '../ui/Champ.tsx';
import { Vigilance } from './Vigilance.tsx';

interface Props {
  etapes: Etapes;
  vigilance: Relue;
  bornes: Readonly<Record<'message', Bornes>>;
}

/** Troisième étape : quelques mots pour l'entreprise, et l'accord. */
export function MessageALEntreprise({ etapes, vigilance, bornes }: Props) {
  return (
    <Etape etapes={etapes} numero={3} titre="Votre message à l’entreprise">
      <Champ
        nom="message"
        libelle="Quelques mots pour l’entreprise"
        aide={`Ce que le jeune aimerait découvrir, ses disponibilités, le meilleur moment pour vous joindre. ${bornes.message.maxlength} signes au plus.`}
        lignes={6}
        {...bornes.message}
      />
      <div className="csf-vigilance" role="status">
        <Vigilance vigilance={vigilance} />
      </div>
      <p className="csf-note">
        Seule l’entreprise lit ce message. L’acheteur (la personne qui a passé le marché public) et
        l’équipe CSF reçoivent le reste de votre demande. Écrivez « le jeune » ou « la jeune », sans
        rien de plus sur sa personne.
      </p>
      <Case
        nom="consentement"
        libelle="J’accepte que mes réponses soient transmises à l’entreprise et, sauf mon message, à l’acheteur, à l’équipe CSF et, si mon adresse est à vérifier, à la coordination de mon académie."
        requise
      />
      <p className="csf-note">
        {`Elles servent à cette mise en relation. Elles sont effacées ${CONSERVATION.demandeMois} mois après sa fin. `}
        <a href="/confidentialite/#quand-vous-dites-votre-intérêt">
          Ce que nous gardons, et pourquoi
        </a>
      </p>
    </Etape>
  );
}
