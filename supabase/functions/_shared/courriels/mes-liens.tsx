import { Fragment } from 'react';
import { PAGE_DU_LIEN } from '../../../../src/lien/regles/portees.ts';
import { momentEnFrancais } from './dates.ts';
import type { Proprietes } from './donnees.ts';
import { Bouton, Gabarit, Lien, Paragraphe, Titre } from './gabarit.tsx';
import { CodeDuLien, CommentTaperUnCode } from './secours.tsx';
import { adresseDuSuivi } from './suivi/pieces.tsx';

/** Les liens d'une personne, quand elle les redemande. */

const PAGES: Record<string, { page: string; titre: string }> = {
  dossiers: { page: '/suivi/dossiers/', titre: 'Tous mes parcours' },
  demandes: { page: '/suivi/demandes/', titre: 'Toutes mes demandes' },
  equipe: { page: '/equipe/', titre: 'Le tableau de l’équipe' },
  coordination: { page: '/equipe/', titre: 'Le tableau de mon académie' },
};

const GESTES = {
  'confirmer-contacts': 'Confirmer ou corriger les contacts',
  'valider-declaration': 'Relire et décider',
};

export function SuiviLiens({
  contexte,
  dossiers,
  declarations,
  listes,
}: Proprietes<'suivi-liens'>) {
  return (
    <Gabarit
      titre="Vos liens personnels"
      apercu="Gardez ce courriel : ses liens sont personnels."
      equipe={contexte.equipe}
    >
      <Paragraphe>
        Vous avez demandé vos liens. Chacun est personnel : ne le transmettez pas. Vous n’avez rien
        demandé ? Ignorez ce courriel.
      </Paragraphe>
      {listes.map(({ portee, jeton, expireLe }) => (
        <Fragment key={jeton}>
          <Bouton lien={`${contexte.site}${PAGES[portee]?.page ?? '/suivi/'}#${jeton}`}>
            {PAGES[portee]?.titre ?? 'Ouvrir'}
          </Bouton>
          <Paragraphe>
            Ce bouton vaut jusqu’au {momentEnFrancais(expireLe)}. Après, redemandez vos liens.
          </Paragraphe>
        </Fragment>
      ))}
      {declarations.length > 0 && <Titre>Vos déclarations de parcours</Titre>}
      {declarations.map(({ reference, intitule, portee, jeton, code }) => (
        <Paragraphe key={jeton}>
          <Lien
            href={`${contexte.site}${PAGE_DU_LIEN[portee]}#${jeton}`}
          >{`${GESTES[portee]} : ${intitule} (${reference})`}</Lien>
          <CodeDuLien code={code} />
        </Paragraphe>
      ))}
      {dossiers.length > 0 && <Titre>Vos suivis</Titre>}
      {dossiers.map(({ reference, parcours, jeton, code }) => (
        <Paragraphe key={jeton}>
          <Lien
            href={adresseDuSuivi(contexte.site, jeton)}
          >{`${parcours.intitule} (${reference})`}</Lien>
          <CodeDuLien code={code} />
        </Paragraphe>
      ))}
      {dossiers.length + declarations.length > 0 && <CommentTaperUnCode contexte={contexte} />}
      {dossiers.length === 0 && declarations.length === 0 && (
        <Paragraphe>Aucun suivi n’est ouvert à votre nom pour l’instant.</Paragraphe>
      )}
    </Gabarit>
  );
}
