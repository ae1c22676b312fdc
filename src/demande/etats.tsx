import { libelleDuree } from '../calibrage/regles/calibrage.ts';
import { NOUVEAU_LIEN, type EtatDit } from '../lien/etats.tsx';
import { DIRE_LA_LIMITE } from './regles/limites.ts';
import { CHERCHER, refaireLaDemande, type Lue } from './lue.ts';

type Etats = Readonly<Record<string, EtatDit>>;

/** Prise en liste d'attente ; `deja` : le titre qui dit qu'elle l'était avant cet appui. */
export function enAttente({ rang, autre }: Lue, deja?: string): EtatDit {
  const titre = `Vous êtes en liste d’attente, au rang ${rang ?? ''}`;
  return {
    titre: deja ?? titre,
    texte: (
      <>
        {deja !== undefined && <p>{titre}.</p>}
        <p>
          Ce parcours est pris par un autre jeune, et un seul y est accueilli à la fois.
          L’entreprise n’est pas prévenue de votre demande. Si le parcours se libère, nous vous
          l’écrivons aussitôt.
        </p>
        {autre && <p>Votre autre demande pour ce parcours, {autre}, garde sa place.</p>}
        <p>
          N’attendez pas sans rien faire : un autre parcours convient peut-être au jeune dès
          maintenant.
        </p>
      </>
    ),
    bouton: CHERCHER,
  };
}

/** Ce que disent de même les trois pages d'un lien : pourquoi il n'ouvre rien, ou ce que la demande est devenue. */
export function etatsDuLien(demande: Lue): Etats {
  const tropTard: EtatDit = {
    titre: 'Ce lien n’est plus valable',
    texte: (
      <>
        <p>
          Le temps pour y répondre est passé. Rien n’a été envoyé à l’entreprise par ce lien. Si le
          parcours vous intéresse toujours, recommencez.
        </p>
        <p>
          Vous avez d’autres demandes en cours ?{' '}
          <a href={NOUVEAU_LIEN.vers}>{NOUVEAU_LIEN.libelle}</a>
        </p>
      </>
    ),
    bouton: refaireLaDemande(demande),
  };
  const ferme: EtatDit = {
    titre: 'Ce parcours n’accueille plus',
    texte: 'Il a été pourvu, terminé ou retiré depuis votre demande. Personne n’a été prévenu.',
    bouton: CHERCHER,
  };
  const { restantes, limite, max } = demande;
  return {
    'lien-expire': tropTard,
    expiree: tropTard,
    'lien-inconnu': {
      titre: 'Nous ne reconnaissons pas ce lien',
      texte: (
        <>
          <p>
            Il est peut-être coupé en deux par votre messagerie, ou trop ancien. Ouvrez-le depuis le
            courriel, ou copiez-le en entier dans la barre d’adresse.
          </p>
          <p>
            Cela ne marche toujours pas ? Demandez-en un nouveau : il part à votre adresse
            professionnelle. Si rien n’arrive, votre demande n’est plus en cours :{' '}
            <a href="/interet/">refaites une demande</a>.
          </p>
        </>
      ),
    },
    'sans-jeton': {
      titre: 'Ouvrez le lien de votre courriel',
      texte:
        'Cette page s’ouvre depuis le courriel que vous avez reçu. Vous venez de la recharger ? Rouvrez le lien : il vaut encore.',
    },
    ferme,
    inconnu: ferme,
    heures: {
      titre: 'Il ne reste pas autant d’heures',
      texte: [
        'Ce parcours a été en partie réalisé depuis votre demande.',
        typeof restantes === 'number' ? `Il reste ${libelleDuree(restantes)}.` : '',
        'Personne n’a été prévenu.',
      ].join(' '),
      bouton: refaireLaDemande(demande),
    },
    limite: {
      titre: 'Vous avez déjà retiré deux demandes pour ce parcours',
      texte:
        'Pour ne pas écrire sans cesse à l’entreprise, une nouvelle confirmation attend quelques jours. Personne n’a été prévenu. Besoin d’aller plus vite ? Écrivez à l’équipe.',
      bouton: null,
    },
    'trop-de-demandes': {
      titre: 'Vous avez déjà beaucoup de demandes',
      texte: (
        <>
          <p>{limite && DIRE_LA_LIMITE[limite](max ?? 0)}</p>
          <p>Personne n’a été prévenu. Votre demande attend ici tant que ce lien vaut.</p>
        </>
      ),
      bouton: { libelle: 'Retrouver mes demandes', vers: NOUVEAU_LIEN.vers },
    },
    'non-verifiee': {
      titre: 'Votre adresse n’a pas pu être vérifiée',
      texte:
        'La personne interrogée ne vous a pas reconnue. Demandez depuis votre adresse professionnelle, ou écrivez à l’équipe en disant où vous travaillez.',
      bouton: refaireLaDemande(demande),
    },
    'en-attente': enAttente(demande),
    retiree: {
      titre: 'Votre demande est retirée',
      texte:
        'Le parcours est libre pour un autre jeune. S’il vous intéresse de nouveau, refaites une demande.',
      bouton: CHERCHER,
    },
    refusee: {
      titre: 'Cette demande est close',
      texte:
        'L’entreprise a confirmé son refus. Un autre parcours convient peut-être au jeune dès maintenant.',
      bouton: CHERCHER,
    },
    terminee: {
      titre: 'Ce parcours est terminé pour ce jeune',
      texte: 'Il n’y a plus rien à faire ici. Merci de l’avoir accompagné.',
      bouton: null,
    },
  };
}
