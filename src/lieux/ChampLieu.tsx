import { useEffect, useEffectEvent, useImperativeHandle, useRef, type Ref } from 'react';
import { typographier } from '../socle/typographie.ts';
import { resoudreLieu, type LieuPropose } from './appels/lieux.ts';
import { ChampLieu as Coeur } from './scripts/champ-lieu.ts';
import { PANNE } from './scripts/propositions-de-lieu.ts';

export type PriseSurLeLieu = {
  /** Prend ce qui est tapé et ne l'est pas encore ; rend la valeur gardée, ou ''. À attendre avant de lire le formulaire. */
  regler: () => Promise<string>;
  /** Met le clavier dans le champ. */
  focus: () => void;
};

interface Props {
  /** Commence tous les identifiants du champ : un par page. */
  id?: string;
  /** Nom du champ dans le schéma. */
  nom: string;
  /** Vrai quand c'est le texte tapé qui s'envoie ; sinon la page en garde autre chose (un code). */
  envoye?: boolean;
  libelle?: string;
  aide?: string;
  erreur?: string;
  /** Vrai si le formulaire ne peut pas partir sans commune. */
  requis?: boolean;
  /** Ce que la page garde, ou '' ; changée d'ailleurs (un brouillon repris, effacé), le champ suit. */
  valeur: string;
  /** De ce que la page garde au lieu à montrer : `communeDuCode` si elle garde un code. */
  resoudre?: (valeur: string) => Promise<LieuPropose | null>;
  /** Reçoit la valeur (« nanterre-92050 ») et son lieu, ou ('', null) dès que le champ n'en montre plus. */
  onChoisir: (valeur: string, lieu: LieuPropose | null) => void;
  ref?: Ref<PriseSurLeLieu>;
}

/**
 * Le champ de lieu d'un formulaire, avec son aide et son erreur. React n'écrit ni la liste, ni le message, ni le texte tapé :
 * ils sont au cœur, que l'effet branche sur ce balisage.
 */
export default function ChampLieu({
  id = 'lieu',
  nom,
  envoye = false,
  libelle = 'Commune ou code postal',
  aide,
  erreur,
  requis = false,
  valeur,
  resoudre = resoudreLieu,
  onChoisir,
  ref,
}: Props) {
  const bloc = useRef<HTMLDivElement>(null);
  const coeur = useRef<Coeur>(null);
  const choisir = useEffectEvent(onChoisir);
  const lire = useEffectEvent(resoudre);

  useEffect(() => {
    if (!bloc.current) return undefined;
    const branche = new Coeur(bloc.current, { texteLibre: false, choisir });
    coeur.current = branche;
    return () => {
      branche.detruire();
      coeur.current = null;
    };
  }, []);

  useEffect(() => {
    // Une réponse qui vient après une autre valeur, ou après le départ du champ, ne compte plus.
    let attendue = true;
    const montrer = (lieu: LieuPropose | null, raison?: string) => {
      if (attendue) coeur.current?.montrer(lieu?.valeur ?? valeur, lieu, raison);
    };
    if (valeur === '') montrer(null);
    else
      lire(valeur).then(montrer, () => {
        montrer(null, PANNE);
      });
    return () => {
      attendue = false;
    };
  }, [valeur]);

  useImperativeHandle(
    ref,
    () => ({
      regler: async () => (await coeur.current?.regler()) ?? '',
      focus: () => coeur.current?.champ.focus(),
    }),
    [],
  );

  const decritPar = [aide && `${id}-aide`, `${id}-message`, `${id}-messages`];
  return (
    <div className={`fr-input-group${erreur ? ' fr-input-group--error' : ''}`} data-champ={nom}>
      <div className="csf-lieu" ref={bloc}>
        <label className="fr-label" htmlFor={id}>
          {typographier(libelle)}
        </label>
        {aide && (
          <p className="fr-hint-text" id={`${id}-aide`}>
            {typographier(aide)}
          </p>
        )}
        <div className="csf-lieu__saisie">
          <input
            className="fr-input"
            id={id}
            name={envoye ? nom : undefined}
            type="text"
            autoComplete="off"
            maxLength={80}
            spellCheck="false"
            aria-required={requis ? 'true' : undefined}
            aria-invalid={erreur ? 'true' : 'false'}
            aria-describedby={decritPar.filter(Boolean).join(' ')}
          />
          <p id={`${id}-message`} className="csf-message" role="status" />
          <div id={`${id}-propositions`} role="listbox" aria-label="Communes proposées" hidden />
        </div>
        <button className="csf-lien" type="button" hidden>
          Autour de moi
        </button>
      </div>
      <div className="fr-messages-group" id={`${id}-messages`}>
        {erreur && <p className="fr-message fr-message--error">{typographier(erreur)}</p>}
      </div>
    </div>
  );
}
