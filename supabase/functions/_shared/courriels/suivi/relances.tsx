import { PALIER_AILLEURS } from '../../../../../src/relances/regles/echelles.ts';
import { direMoment } from '../../../../../src/suivi/regles/phrases.ts';
import { ParcoursAilleurs } from './ailleurs.tsx';
import type { Contexte, Proprietes } from '../donnees.ts';
import type { Rappel } from './donnees-suivi.ts';
import { Bouton, Etapes, Faits, Gabarit, Lien, Paragraphe, Titre } from '../gabarit.tsx';
import { OuVenir } from './la-demande.tsx';
import { momentCourt } from '../objet.ts';
import { PlusLaBonnePersonne } from './plus-moi.tsx';
import { Secours } from '../secours.tsx';
import { adresseDuSuivi, Bonjour, boutonDAttente, LeDossier, PhraseDAttente } from './pieces.tsx';

/** Les rappels : un dossier en détail, ou plusieurs en un seul courriel. */

type AvecJeton = Proprietes<'suivi-relance'>['items'][number];

const jours = (nombre: number) => `${nombre} jour${nombre > 1 ? 's' : ''}`;

/* Dans un titre, qui se lit aussi dans l'objet. */
const ALERTES_EN_BREF = { acheteur: 'l’acheteur', equipe: 'l’équipe' };

const ALERTES = { acheteur: 'l’acheteur du marché', equipe: 'l’équipe CSF' };

/** « point-1 », « point-2 »… : un point toutes les quatre semaines. */
const estUnPoint = (palier: string) => palier.startsWith('point-');

const CE_QUI_MANQUE: Readonly<Record<string, string>> = {
  'accueil-manque': 'Accueil non commencé',
  'appel-manque': 'Appel sans suite',
  'report-manque': 'Délai passé',
};

/** Ce qu'un rappel dit en une ligne, pour l'objet et pour la liste : le geste, ou ce qui arrive. */
export function titreDuRappel(rappel: Rappel): string {
  const { palier, alerte, alerteA, role, attente, retardJours, rendezVous } = rappel;
  const manque = palier.endsWith('-manque');
  const quoi = CE_QUI_MANQUE[palier] ?? 'Pas de réponse';
  // Sans acheteur connu, l'équipe reçoit l'alerte à sa place.
  if (alerte || (manque && role === 'equipe')) return `${quoi} : relancez l’entreprise`;
  if (alerteA !== null) return `${quoi} : nous alertons ${ALERTES_EN_BREF[alerteA]}`;
  if (palier === 'lendemain-appel') return 'L’entreprise a-t-elle rappelé ?';
  if (palier === 'appel-attendu') return 'Vous aviez annoncé un appel';
  if (palier === 'contact' || palier === 'bon-contact') return 'Nommez un autre contact';
  if (palier === 'reponse') return 'L’entreprise a répondu : notez la suite';
  if (palier === PALIER_AILLEURS) return 'Pas encore de réponse';
  if (palier === 'ouverture') return 'Un jeune attend votre réponse';
  if (palier === 'derniers-jours') return 'Derniers jours pour répondre';
  if (palier === 'veille-reunion' && rendezVous !== null)
    return `Réunion ${momentCourt(rendezVous)}`;
  if (palier === 'lendemain-reunion') return 'La réunion a-t-elle eu lieu ?';
  if (palier === 'actualite') return 'Votre demande est-elle d’actualité ?';
  if (estUnPoint(palier)) return 'Faites le point sur l’accueil';
  if (palier === 'avant-accueil') return 'L’accueil approche';
  if (palier === 'fin-prevue') return 'L’accueil est-il terminé ?';
  if (palier === 'bilan') return 'Faites le bilan croisé';
  if (role === 'equipe') return 'Un suivi est bloqué';
  if (retardJours > 0 && attente?.aVous) return `Délai dépassé de ${jours(retardJours)}`;
  if (retardJours > 0) return 'Le délai est dépassé';
  return attente?.aVous ? (attente.geste ?? 'On attend votre réponse') : 'Où en est votre demande';
}

/** Ce que plusieurs rappels disent en une ligne : seul ce qui attend cette personne se compte. */
export function titreDesRappels(rappels: readonly Rappel[]): string {
  const aElle = rappels.filter(({ attente, alerte }) => alerte || attente?.aVous).length;
  if (aElle === 0) return `Des nouvelles de ${rappels.length} suivis`;
  return aElle > 1 ? `${aElle} suivis vous attendent` : 'Un suivi vous attend';
}

const CE_QUI_SE_PASSE: Readonly<Record<string, string>> = {
  'accueil-manque': 'l’entreprise n’a pas encore accueilli le jeune',
  'appel-manque': 'l’entreprise, qui avait annoncé un appel, n’a pas donné de suite',
  'report-manque': 'l’entreprise, qui avait demandé un délai, n’a pas donné de suite',
};

function corpsDuRappel({
  palier,
  role,
  alerte,
  alerteA,
  retardJours,
  rendezVous,
  aussi,
}: Rappel): string | null {
  const retard =
    retardJours === 0
      ? 'Le délai se termine aujourd’hui'
      : `Le délai est dépassé depuis ${jours(retardJours)}`;
  if (alerte)
    return `${retard}, et ${CE_QUI_SE_PASSE[palier] ?? 'l’entreprise n’a pas répondu'}. Vous suivez le marché : c’est à vous de lui rappeler ses engagements.`;
  if (palier === 'contact')
    return `${retard}. ${aussi ?? 'Nos courriels n’arrivent à personne dans l’entreprise'} : appelez-la, puis nommez la personne qui s’en occupe. Elle reçoit la demande aussitôt.`;
  if (palier === 'bon-contact')
    return `${retard}. Le contact que nous avons dans l’entreprise n’est pas la bonne personne : appelez-la, puis nommez celle qui s’en occupe. Elle reçoit la demande aussitôt.`;
  if (palier === 'lendemain-appel')
    return 'Elle avait annoncé un appel. Dites ce qu’elle a répondu, ou rappelez-la.';
  if (palier === 'appel-attendu')
    return 'Le tuteur ou la tutrice du jeune attend votre appel, ou des créneaux.';
  if (palier === 'reponse')
    return 'Nous vous avons transmis son courriel, et nous ne la relançons plus. Dites sur la page si c’est une réponse, et ce qu’elle a répondu.';
  if (palier === 'ouverture')
    return 'Nous avons écrit à votre entreprise, et nous attendons sa réponse. Votre marché public prévoit l’accueil en immersion d’un jeune en remobilisation scolaire.';
  if (palier === PALIER_AILLEURS)
    return 'Vous n’avez rien à écrire : votre demande garde sa place, et votre page de suivi dit ce que nous ferons, jour par jour.';
  if (palier === 'derniers-jours') return 'Passé ce délai, l’acheteur de votre marché est alerté.';
  if (palier === 'veille-reunion' && rendezVous !== null)
    return `Elle a lieu le ${direMoment(rendezVous)}. Un empêchement ? Dites-le tout de suite, en un geste.`;
  if (palier === 'lendemain-reunion') return 'Dites ce qui s’est passé : la suite en dépend.';
  if (palier === 'actualite')
    return `Nous n’avons pas de nouvelles de vous depuis un moment. Si cette demande tient toujours, dites-le d’un geste. ${aussi ?? ''}`;
  if (estUnPoint(palier))
    return 'L’accueil est en cours. Prenez cinq minutes avec l’autre personne qui suit le jeune : présence, missions, difficultés.';
  if (alerteA !== null) return `${retard}. Nous avons alerté ${ALERTES[alerteA]}.`;
  if (role === 'entreprise' && palier.endsWith('-manque'))
    return `${retard}. L’acheteur de votre marché, ou l’équipe CSF, en est informé.`;
  if (role === 'equipe') return `${retard} et rien n’a bougé. C’est à vous de reprendre la main.`;
  return null;
}

/** Ce que l'acheteur peut faire, du plus simple au dernier recours. */
function QueFaire({ rappel, site }: { rappel: AvecJeton; site: string }) {
  const agir = (action: string) => adresseDuSuivi(site, rappel.jeton, action);
  return (
    <>
      <Titre>Ce que vous pouvez faire</Titre>
      <Etapes
        etapes={[
          <>
            <strong>Appelez l’entreprise</strong> : un appel suffit souvent.{' '}
            <Lien href={agir('relancer')}>Ou relancez-la par courriel</Lien>.
          </>,
          <>
            <strong>La personne a changé ?</strong>{' '}
            <Lien href={agir('nommer-contact')}>Donnez un nouveau contact</Lien> : il reçoit la
            demande aussitôt.
          </>,
          <>
            <strong>Rappelez l’article du marché</strong> qui porte la clause sociale de formation :
            l’entreprise s’y est engagée.{' '}
            <Lien href={`${site}/acheteur/suivre/`}>Comment faire, étape par étape</Lien>
          </>,
          <>
            <strong>En dernier recours</strong>, appliquez les pénalités prévues au marché.
          </>,
        ]}
      />
    </>
  );
}

function QuiSuit({ demandeur }: Pick<Rappel, 'demandeur'>) {
  if (demandeur === null) return null;
  return (
    <Faits
      faits={[
        ['Tuteur ou tutrice', demandeur.nom],
        ['Courriel', demandeur.courriel],
        ['Téléphone', demandeur.telephone],
      ]}
    />
  );
}

function Detail({ rappel, contexte }: { rappel: AvecJeton; contexte: Contexte }) {
  const corps = corpsDuRappel(rappel);
  return (
    <>
      {corps !== null && <Paragraphe>{corps}</Paragraphe>}
      <OuVenir lieu={rappel.lieu} />
      {!rappel.alerte && <PhraseDAttente attente={rappel.attente} contexte={contexte} />}
      <Bouton lien={adresseDuSuivi(contexte.site, rappel.jeton, rappel.action)}>
        {rappel.alerte ? 'Ouvrir le suivi' : boutonDAttente(rappel.attente)}
      </Bouton>
      <Secours donnees={rappel} contexte={contexte} />
      {rappel.alerte && <QueFaire rappel={rappel} site={contexte.site} />}
      <ParcoursAilleurs {...rappel} site={contexte.site} finie={false} />
      <LeDossier donnees={rappel} />
      {rappel.palier === 'actualite' && rappel.jeton !== null && (
        <Paragraphe>
          Vous n’en avez plus besoin ?{' '}
          <Lien href={adresseDuSuivi(contexte.site, rappel.jeton, 'retirer')}>
            Retirez votre demande
          </Lien>{' '}
          : un autre jeune n’aura pas à attendre.
        </Paragraphe>
      )}
      <QuiSuit demandeur={rappel.demandeur} />
      {rappel.role === 'entreprise' && rappel.jeton !== null && (
        <PlusLaBonnePersonne site={contexte.site} jeton={rappel.jeton} />
      )}
    </>
  );
}

function Abrege({ rappel, contexte }: { rappel: AvecJeton; contexte: Contexte }) {
  const corps = corpsDuRappel(rappel);
  return (
    <>
      <Titre>{titreDuRappel(rappel)}</Titre>
      {corps !== null && <Paragraphe>{corps}</Paragraphe>}
      <OuVenir lieu={rappel.lieu} />
      <LeDossier donnees={rappel} />
      {rappel.attente !== null && !rappel.alerte && (
        <PhraseDAttente attente={rappel.attente} contexte={contexte} />
      )}
      <Bouton lien={adresseDuSuivi(contexte.site, rappel.jeton, rappel.action)}>
        {rappel.alerte ? 'Ouvrir le suivi' : boutonDAttente(rappel.attente)}
      </Bouton>
      <Secours donnees={rappel} contexte={contexte} />
      <ParcoursAilleurs {...rappel} site={contexte.site} finie={false} />
    </>
  );
}

/** Au-delà, un courriel ne se lit plus : les plus en retard d'abord, le reste dans le tableau. */
const DETAILLES = 20;

export function SuiviRelance({ items, contexte }: Proprietes<'suivi-relance'>) {
  const [premier] = items;
  if (premier === undefined) return null;
  const seul = items.length === 1;
  return (
    <Gabarit
      titre={seul ? titreDuRappel(premier) : titreDesRappels(items)}
      apercu={premier.attente?.phrase ?? premier.parcours.intitule}
      equipe={contexte.equipe}
    >
      <Bonjour nom={premier.destinataireNom} />
      {seul ? (
        <Detail rappel={premier} contexte={contexte} />
      ) : (
        items
          .slice(0, DETAILLES)
          .map((rappel) => (
            <Abrege
              key={`${rappel.reference}-${rappel.palier}`}
              rappel={rappel}
              contexte={contexte}
            />
          ))
      )}
      {items.length > DETAILLES && (
        <Paragraphe>
          Et {items.length - DETAILLES} autres :{' '}
          <Lien href={`${contexte.site}/suivi/retrouver/`}>ouvrez votre tableau</Lien>.
        </Paragraphe>
      )}
    </Gabarit>
  );
}
