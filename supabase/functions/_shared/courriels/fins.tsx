import type { Proprietes } from './donnees.ts';
import { Bouton, Faits, Gabarit, Lien, Paragraphe } from './gabarit.tsx';

/** Les courriels d'une fin que personne n'a écrite dans un suivi, et ceux des droits d'une personne. */

type Clos = Proprietes<'dossier-clos'>;

function pourquoi({ raison, mois, aLaTutrice }: Clos): string {
  if (raison === 'muet')
    return `Personne n’a rien fait de cette demande depuis ${mois ?? 12} mois. Le service l’a donc close.`;
  if (raison === 'effacement')
    return 'La personne qui suivait cette demande a fait effacer ses données. La demande est donc retirée.';
  return aLaTutrice
    ? 'Vous n’avez pas dit si cette demande était toujours d’actualité. Le service l’a donc close.'
    : 'La personne qui suit le jeune n’a pas répondu : nous lui demandions si sa demande était toujours d’actualité. Le service l’a donc close.';
}

export function DossierClos(donnees: Clos) {
  const { contexte, destinataireNom, parcours, reference, raison, aLaTutrice } = donnees;
  const redemander = raison === 'endormie' && aLaTutrice;
  return (
    <Gabarit
      titre={`La demande ${reference} est close`}
      apercu="Vous n’avez rien à faire."
      equipe={contexte.equipe}
    >
      <Paragraphe>Bonjour{destinataireNom === null ? '' : ` ${destinataireNom}`},</Paragraphe>
      <Paragraphe>
        {pourquoi(donnees)} Vous n’avez rien à faire. Un parcours réservé pour elle redevient libre.
      </Paragraphe>
      <Faits
        faits={[
          ['Parcours', parcours.intitule],
          ['Référence', `${parcours.id} (demande ${reference})`],
        ]}
      />
      {raison === 'muet' && (
        <Paragraphe>
          L’accueil a eu lieu, ou va avoir lieu ? Répondez à ce courriel : l’équipe CSF vous dira
          comment faire.
        </Paragraphe>
      )}
      {redemander ? (
        <>
          <Paragraphe>
            Le jeune est toujours intéressé ? Demandez de nouveau ce parcours, depuis sa page.
          </Paragraphe>
          <Bouton lien={`${contexte.site}/parcours/${parcours.id}/`}>Revoir ce parcours</Bouton>
        </>
      ) : (
        <Bouton lien={`${contexte.site}/parcours/`}>Voir les parcours</Bouton>
      )}
    </Gabarit>
  );
}

export function PersonneExport({ contexte }: Proprietes<'personne-export'>) {
  return (
    <Gabarit
      titre="Vos données, en pièce jointe"
      apercu="Ce que le service tient de votre adresse."
      equipe={contexte.equipe}
    >
      <Paragraphe>
        Vous avez demandé ce que le service tient de vous. Le fichier joint contient tout ce que la
        base sait de votre adresse. Chaque partie dit ce qu’elle est, et combien de temps elle est
        gardée. Il s’ouvre avec un éditeur de texte.
      </Paragraphe>
      <Paragraphe>
        Une donnée est fausse, ou vous voulez qu’elle soit effacée ? Répondez à ce courriel.
      </Paragraphe>
      <Paragraphe>
        <Lien href={`${contexte.site}/confidentialite/`}>Lire ce que le service garde</Lien>
      </Paragraphe>
    </Gabarit>
  );
}

const enListe = (references: readonly string[]) => new Intl.ListFormat('fr').format(references);

export function PersonneEffacee(donnees: Proprietes<'personne-effacee'>) {
  const { contexte, demandesRetirees, declarationsCloses } = donnees;
  return (
    <Gabarit
      titre="Vos données sont effacées"
      apercu="Le service ne tient plus rien de votre adresse."
      equipe={contexte.equipe}
    >
      <Paragraphe>
        Comme vous l’avez demandé, la base du service n’a plus ni votre nom, ni votre adresse, ni
        votre numéro, ni vos messages. Vos liens personnels n’ouvrent plus rien. Ce courriel, une
        fois parti, est effacé lui aussi.
      </Paragraphe>
      {demandesRetirees.length > 0 && (
        <Paragraphe>
          Vos demandes en cours sont retirées : {enListe(demandesRetirees)}. L’entreprise et
          l’acheteur l’ont appris, sans votre nom.
        </Paragraphe>
      )}
      {declarationsCloses.length > 0 && (
        <Paragraphe>
          Vos déclarations qui n’étaient pas encore publiées sont closes :{' '}
          {enListe(declarationsCloses)}.
        </Paragraphe>
      )}
      <Paragraphe>
        Les dates et les heures des accueils restent, sans personne : elles prouvent l’exécution
        d’un marché public. Un courriel déjà reçu par une autre personne reste dans sa boîte.
      </Paragraphe>
    </Gabarit>
  );
}
