import { CourrielEquipe } from '../site/CourrielEquipe.tsx';
import type { Contact } from './regles/dossier.ts';
import { FINS } from './regles/etats.ts';
import { NOMS_DES_CONTACTS } from './regles/mots.ts';
import type { SuiviRecu } from './regles/recu.ts';

const ROLES = { ...NOMS_DES_CONTACTS, tutrice: 'Le tuteur ou la tutrice' };

/** Un contact, ou la tutrice. */
type Joignable = Omit<Contact, 'role'> & { role: keyof typeof ROLES };

function Personne({ personne: { role, nom, courriel, telephone } }: { personne: Joignable }) {
  return (
    <div>
      <dt>{ROLES[role]}</dt>
      <dd>
        <strong>{nom ?? courriel}</strong>
        {telephone !== null && (
          <span>
            <a href={`tel:${telephone.replace(/\s/g, '')}`}>{telephone}</a>
          </span>
        )}
        <span>
          <a href={`mailto:${courriel}`}>{courriel}</a>
        </span>
      </dd>
    </div>
  );
}

/** Les personnes que ce rôle peut joindre, sauf lui-même. */
export function Personnes({
  recu: { dossier, role, roleDuLien, suivi, dit },
}: {
  recu: SuiviRecu;
}) {
  const autres = dossier.contacts.filter((contact) => contact.role !== roleDuLien);
  const sansContact = !autres.some(({ role: sien }) => sien.startsWith('entreprise'));
  // Terminé, plus rien ne s'affichera.
  const aVenir = role === 'tutrice' && sansContact && !FINS.includes(suivi.etat);
  return (
    <section aria-labelledby="joindre">
      <h2 id="joindre">Qui appeler</h2>
      {(role !== 'tutrice' || autres.length > 0) && (
        <dl className="csf-personnes">
          {role !== 'tutrice' && <Personne personne={{ role: 'tutrice', ...dossier.demandeur }} />}
          {autres.map((contact) => (
            <Personne key={contact.role} personne={contact} />
          ))}
        </dl>
      )}
      {dit.joindre && <p>{dit.joindre}</p>}
      {aVenir && (
        <p>
          Les coordonnées de l’entreprise s’afficheront ici dès qu’elle aura proposé un rendez-vous,
          ou confirmé celui que vous avez noté.
        </p>
      )}
      <p>
        Une question sur le cadre, un désaccord ? L’équipe de la clause sociale de formation (CSF) :{' '}
        <CourrielEquipe />.
      </p>
    </section>
  );
}
