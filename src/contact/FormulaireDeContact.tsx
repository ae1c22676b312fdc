import { useState } from 'react';
import { BoutonEnvoyer } from '../formulaire/BoutonEnvoyer.tsx';
import { Brouillon } from '../formulaire/Brouillon.tsx';
import { EnvoiRefuse } from '../formulaire/EnvoiRefuse.tsx';
import { Formulaire } from '../formulaire/Formulaire.tsx';
import { Recu } from '../formulaire/Recu.tsx';
import { useFormulaire } from '../formulaire/useFormulaire.ts';
import { useTitre } from '../formulaire/useTitre.ts';
import { CONSERVATION } from '../site/regles/conservation.ts';
import type { Bornes } from '../socle/bornes.ts';
import { Case } from '../ui/Case.tsx';
import { Champ } from '../ui/Champ.tsx';
import { Radios } from '../ui/Radios.tsx';
import { AvertissementsDuMessage } from './AvertissementsDuMessage.tsx';
import { NouveauContact } from './NouveauContact.tsx';
import { optionsDesRoles, optionsDesSujets } from './options.ts';

interface Props {
  /** Adresse des fonctions, sans barre finale. */
  fonctions: string;
  bornes: Readonly<Record<'parcoursId' | 'message' | 'nom' | 'courriel', Bornes>>;
  bornesDuRelais: Readonly<Record<'nom' | 'courriel' | 'telephone', Bornes>>;
}

/* Le schéma et la relecture sont lourds : ils n'arrivent que lorsque l'on écrit. */
const lesRegles = () => import('./regles/relecture.ts');

/** Ce que l'adresse impose, et le champ que cela remplit. */
const DANS_L_ADRESSE = { role: 'role', sujet: 'sujet', parcours: 'parcoursId' };

function imposes(): Record<string, string> {
  const adresse = new URLSearchParams(location.search);
  return Object.fromEntries(
    Object.entries(DANS_L_ADRESSE).flatMap(([nom, champ]) => {
      const valeur = adresse.get(nom)?.slice(0, 40);
      return valeur ? [[champ, valeur]] : [];
    }),
  );
}

/* Un sujet d'un autre rôle n'est plus à l'écran : il ne doit pas partir. */
function retirerLeSujetCache(formulaire: HTMLFormElement) {
  const role = formulaire.querySelector<HTMLInputElement>('[name=role]:checked')?.value;
  const sujet = formulaire.querySelector<HTMLInputElement>('[name=sujet]:checked');
  const roles = sujet?.closest<HTMLElement>('[data-roles]')?.dataset.roles?.split(' ');
  if (sujet && role && !roles?.includes(role)) sujet.checked = false;
}

/** Écrire à l'équipe. */
export function FormulaireDeContact({ fonctions, bornes, bornesDuRelais }: Props) {
  const [message, setMessage] = useState('');
  const machine = useFormulaire({
    nom: 'contact',
    route: 'contact/contacter',
    fonctions,
    regles: lesRegles,
    imposes,
    objet: () => 'Message à l’équipe',
    apresSaisie: (formulaire) => {
      retirerLeSujetCache(formulaire);
      setMessage(new FormData(formulaire).get('message') as string);
    },
  });
  const { erreurs, recu, brouillon, refus } = machine;
  useTitre(Object.keys(erreurs).length > 0 && 'Erreur', recu && 'Message envoyé');
  return (
    <>
      <Formulaire
        machine={machine}
        titre="ecrire"
        niveau={3}
        classe="csf-contact"
        cache={recu !== undefined}
      >
        <Radios nom="role" legende="Vous êtes" options={optionsDesRoles} />
        <Radios nom="sujet" legende="Votre sujet" options={optionsDesSujets} classe="csf-sujets" />
        <NouveauContact bornes={bornesDuRelais} />
        <Champ
          nom="parcoursId"
          libelle="La référence du parcours"
          aide="Huit lettres et chiffres, sur la page du parcours et dans nos courriels."
          {...bornes.parcoursId}
          facultatif
        />
        <Champ
          nom="message"
          libelle="Votre message"
          aide={`${bornes.message.maxlength} signes au plus. Jamais le nom d’un jeune.`}
          lignes={7}
          {...bornes.message}
        />
        <AvertissementsDuMessage message={message} />
        <Champ nom="nom" libelle="Votre prénom et votre nom" autocomplete="name" {...bornes.nom} />
        <Champ
          nom="courriel"
          libelle="Votre adresse électronique"
          aide="L’équipe vous répond à cette adresse."
          type="email"
          autocomplete="email"
          {...bornes.courriel}
        />
        <Case
          nom="consentement"
          libelle="J’accepte que l’équipe garde ce message pour y répondre"
          aide={`${CONSERVATION.messageMois} mois au plus. Personne d’autre ne le reçoit.`}
          requise
        />
        <p className="csf-note">
          Vos droits et ce que nous gardons : <a href="/confidentialite/">confidentialité</a>.
        </p>
        <EnvoiRefuse refus={refus} />
        <p className="csf-boutons">
          <BoutonEnvoyer machine={machine} libelle="Envoyer le message" />
        </p>
        <Brouillon brouillon={brouillon} />
      </Formulaire>
      {recu && (
        <Recu titre="Votre message est arrivé">
          <p>
            Sa référence : <strong className="csf-reference">{String(recu.reference)}</strong>.
            Gardez-la pour en reparler.
          </p>
          <p>Un courriel vous le confirme. Regardez aussi dans les courriers indésirables.</p>
          <p>
            <a href="/contact/">Écrire un autre message</a>
          </p>
        </Recu>
      )}
    </>
  );
}
