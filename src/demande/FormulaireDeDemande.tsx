import { BoutonEnvoyer } from '../formulaire/BoutonEnvoyer.tsx';
import { Brouillon } from '../formulaire/Brouillon.tsx';
import { EnvoiRefuse } from '../formulaire/EnvoiRefuse.tsx';
import { Formulaire } from '../formulaire/Formulaire.tsx';
import { useTitre } from '../formulaire/useTitre.ts';
import type { Bornes } from '../socle/bornes.ts';
import { MessageALEntreprise } from './MessageALEntreprise.tsx';
import { ParcoursChoisi } from './ParcoursChoisi.tsx';
import { QuandEtCombien } from './QuandEtCombien.tsx';
import { QuiEtesVous } from './QuiEtesVous.tsx';
import { Relecture } from './Relecture.tsx';
import { useDemande } from './useDemande.ts';

interface Props {
  /** Adresse des fonctions, sans barre finale. */
  fonctions: string;
  /** Le nom de chaque académie. */
  academies: Readonly<Record<string, string>>;
  exempleDeCourriel: string;
  bornes: Readonly<
    Record<'parcoursId' | 'nom' | 'courriel' | 'telephone' | 'etablissement' | 'message', Bornes>
  >;
}

/** Dire son intérêt pour un parcours : trois étapes, puis une relecture. */
export function FormulaireDeDemande({ fonctions, academies, exempleDeCourriel, bornes }: Props) {
  const { machine, etapes, parcours, vigilance, refus, soumettre } = useDemande(fonctions);
  const { etape, nombre, enRelecture } = etapes;
  useTitre(
    Object.keys(machine.erreurs).length > 0 && 'Erreur',
    refus && 'Rien n’a été envoyé',
    enRelecture ? 'Relisez avant d’envoyer' : `Étape ${etape ?? 1} sur ${nombre}`,
  );
  return (
    <Formulaire machine={machine} surEnvoi={soumettre}>
      <ParcoursChoisi parcours={parcours} />
      <QuiEtesVous {...{ etapes, parcours, bornes, academies, exempleDeCourriel }} />
      <QuandEtCombien etapes={etapes} heuresRestantes={parcours.heuresRestantes} />
      <MessageALEntreprise etapes={etapes} vigilance={vigilance} bornes={bornes} />
      <Relecture
        formulaire={machine.ref}
        montree={enRelecture}
        selon={parcours.demande}
        vigilance={vigilance}
        modifier={machine.resume.mener}
      />
      <EnvoiRefuse refus={refus} />
      <p className="csf-boutons">
        {/* Sans JavaScript, toutes les étapes sont là : un seul bouton envoie. */}
        {enRelecture || etape === undefined ? (
          <BoutonEnvoyer machine={machine} libelle="Envoyer ma demande" />
        ) : (
          <button className="fr-btn">Continuer</button>
        )}
        {etape !== undefined && etape > 1 && (
          <button
            type="button"
            className="fr-btn fr-btn--secondary"
            onClick={() => etapes.reculer()}
          >
            Précédent
          </button>
        )}
      </p>
      <Brouillon brouillon={machine.brouillon} />
    </Formulaire>
  );
}
