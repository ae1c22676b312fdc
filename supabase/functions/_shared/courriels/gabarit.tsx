import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Link,
  Preview,
  Section,
  Text,
} from '@react-email/components';
import { createContext, useContext, type ReactNode } from 'react';
import type { Lecteur } from '../../../../src/reponses/regles/adresse.ts';
import type { Contact } from '../../../../src/suivi/regles/dossier.ts';

/* Un client de messagerie ne lit que les styles écrits sur chaque balise. */
const BLEU = '#000091';
const GRIS = '#666666';
const texte = { fontSize: '16px', lineHeight: '24px', color: '#161616', margin: '0 0 16px' };
const petit = { ...texte, fontSize: '14px', lineHeight: '20px', color: GRIS };

/** Vrai dans un courriel qui en regroupe plusieurs : chacun n'y est plus qu'une partie, sans cadre. */
const DansUnRegroupement = createContext(false);

/** Qui lit la réponse au courriel qui s'écrit ; null quand le courriel n'a pas d'adresse de réponse à lui. */
const ReponseLuePar = createContext<Lecteur | null>(null);

export function AvecReponse({ lecteur, children }: { lecteur: Lecteur; children: ReactNode }) {
  return <ReponseLuePar value={lecteur}>{children}</ReponseLuePar>;
}

const A_QUI: Record<Lecteur, string> = {
  tutrice: 'au tuteur ou à la tutrice du jeune',
  entreprise: 'à l’entreprise',
  equipe: 'à l’équipe de la clause sociale de formation (CSF)',
};

function PiedDePage({ equipe }: { equipe: string }) {
  const lecteur = useContext(ReponseLuePar);
  const adresse = <Lien href={`mailto:${equipe}`}>{equipe}</Lien>;
  if (lecteur === null)
    return (
      <Text style={petit}>
        Une question ? Répondez à l’équipe de la clause sociale de formation (CSF) : {adresse}.
        N’écrivez jamais le nom d’un jeune.
      </Text>
    );
  return (
    <Text style={petit}>
      <strong>Répondre à ce courriel écrit {A_QUI[lecteur]}</strong>, sans les pièces jointes.
      N’écrivez jamais le nom d’un jeune.{' '}
      {lecteur !== 'equipe' && <>Une question à l’équipe CSF ? {adresse}.</>}
    </Text>
  );
}

/** Le cadre de tous les courriels : un titre, un contenu, et à qui écrire. Ni image, ni pixel. */
export function Gabarit(proprietes: {
  titre: string;
  apercu: string;
  equipe: string;
  children: ReactNode;
}) {
  const { titre, apercu, equipe, children } = proprietes;
  if (useContext(DansUnRegroupement))
    return (
      <Section>
        <Hr />
        <Titre>{titre}</Titre>
        {children}
      </Section>
    );
  return (
    <Html lang="fr" dir="ltr">
      <Head>
        <title>{titre}</title>
      </Head>
      <Preview>{apercu}</Preview>
      <Body
        style={{ margin: 0, backgroundColor: '#f6f6f6', fontFamily: 'Marianne, Arial, sans-serif' }}
      >
        <Container
          style={{ maxWidth: '600px', padding: '24px', backgroundColor: '#ffffff' }}
          role="main"
        >
          <Text style={{ ...petit, color: BLEU, fontWeight: 'bold' }}>
            Clause sociale de formation
          </Text>
          <Heading as="h1" style={{ fontSize: '22px', lineHeight: '28px', margin: '0 0 16px' }}>
            {titre}
          </Heading>
          {children}
          <Hr />
          <PiedDePage equipe={equipe} />
        </Container>
      </Body>
    </Html>
  );
}

export function EnParties({ children }: { children: ReactNode }) {
  return <DansUnRegroupement value={true}>{children}</DansUnRegroupement>;
}

export function Paragraphe({ children }: { children: ReactNode }) {
  return <Text style={texte}>{children}</Text>;
}

/** Ce qui ne sert qu'à quelques-uns, sous un bouton. */
export function Note({ children }: { children: ReactNode }) {
  return <Text style={petit}>{children}</Text>;
}

export function Titre({ children }: { children: ReactNode }) {
  return (
    <Heading as="h2" style={{ fontSize: '18px', lineHeight: '24px', margin: '24px 0 8px' }}>
      {children}
    </Heading>
  );
}

/** `second` : un autre choix, aussi légitime, à côté du premier. */
export function Bouton(proprietes: { lien: string; second?: boolean; children: ReactNode }) {
  const { lien, second = false, children } = proprietes;
  return (
    <Section style={{ margin: '0 0 16px' }}>
      <Button
        href={lien}
        style={{
          backgroundColor: second ? '#ffffff' : BLEU,
          color: second ? BLEU : '#ffffff',
          border: `1px solid ${BLEU}`,
          padding: '11px 19px',
          fontSize: '16px',
        }}
      >
        {children}
      </Button>
    </Section>
  );
}

/** Une référence ou un code à recopier : jamais coupé à son trait d'union. */
export function DUnTenant({ children }: { children: string }) {
  return <span style={{ whiteSpace: 'nowrap' }}>{children}</span>;
}

const REFERENCE = /([DP]-[a-z\d]{6})/;

const avecReference = (valeur: string | null | undefined) =>
  valeur
    ?.split(REFERENCE)
    .map((part, rang) => (rang % 2 === 1 ? <DUnTenant key={rang}>{part}</DUnTenant> : part));

/** Des faits, un par ligne ; ceux qui sont vides ne sont pas montrés. */
export function Faits({ faits }: { faits: [string, string | null | undefined][] }) {
  return (
    <Section style={{ margin: '0 0 16px', padding: '12px 16px', backgroundColor: '#f5f5fe' }}>
      {faits
        .filter(([, valeur]) => Boolean(valeur))
        .map(([nom, valeur]) => (
          <Text key={nom} style={{ ...texte, margin: '0 0 4px' }}>
            <strong>{nom} :</strong> {avecReference(valeur)}
          </Text>
        ))}
    </Section>
  );
}

/** Le texte écrit par une personne : ses retours à la ligne sont gardés, rien d'autre n'y est lu. */
export function Citation({ children }: { children: string }) {
  return (
    <Section style={{ margin: '0 0 16px', padding: '0 16px', borderLeft: `4px solid ${BLEU}` }}>
      {children.split('\n').map((ligne, rang) => (
        <Text key={rang} style={{ ...texte, margin: '0 0 4px' }}>
          {ligne}
        </Text>
      ))}
    </Section>
  );
}

export function Etapes({ etapes }: { etapes: ReactNode[] }) {
  return (
    <ol style={{ ...texte, paddingLeft: '24px' }}>
      {etapes.map((etape, rang) => (
        <li key={rang} style={{ marginBottom: '8px' }}>
          {etape}
        </li>
      ))}
    </ol>
  );
}

export function Lien({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} style={{ color: BLEU, textDecoration: 'underline' }}>
      {children}
    </Link>
  );
}

/** Un numéro à composer d'un toucher. */
export function Appeler({ qui }: { qui: Pick<Contact, 'nom' | 'telephone'> | undefined }) {
  if (!qui?.telephone) return null;
  return (
    <Paragraphe>
      <strong>
        Appelez {qui.nom ?? 'l’entreprise'} :{' '}
        <Lien href={`tel:${qui.telephone.replace(/\s/g, '')}`}>{qui.telephone}</Lien>
      </strong>
    </Paragraphe>
  );
}
