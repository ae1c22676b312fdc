import { CONSERVATION } from '../../site/regles/conservation.ts';

const mois = (nombre: number) => `${nombre} mois`;

/**
 * Chaque table de la base qui peut citer une personne : ce que c'est, et combien de temps. Une table que cette liste ne
 * connaît pas n'arrête pas l'export ; un test la refuse.
 */
export const PARTIES: Record<string, { ceQueCest: string; gardeJusqua: string }> = {
  contacts: {
    ceQueCest: 'Les parcours où cette adresse est celle d’un contact de l’entreprise ou du marché',
    gardeJusqua: `${mois(CONSERVATION.contactMois)} après la fin du parcours, ou son retrait du catalogue`,
  },
  contacts_a_prevenir: {
    ceQueCest:
      'Les changements de contact venus de l’import, que la personne n’a pas encore appris',
    gardeJusqua: 'le courriel qui le lui apprend, quelques minutes plus tard',
  },
  courriels: {
    ceQueCest: 'Les courriels à envoyer à cette adresse, ou qui la citent',
    gardeJusqua: `leur départ ; ${mois(CONSERVATION.courrielMortMois)} s’ils ne sont pas partis`,
  },
  declarations: {
    ceQueCest: 'Les parcours déclarés avec cette adresse, ou qui la citent',
    gardeJusqua: `${mois(CONSERVATION.declarationMois)} après la fin de la déclaration`,
  },
  demandes: {
    ceQueCest: 'Les demandes faites pour un jeune, avec cette adresse',
    gardeJusqua: `${mois(CONSERVATION.demandeMois)} après la fin de la demande ; ${CONSERVATION.nonConfirmeeJours} jours si elle n’est jamais confirmée`,
  },
  liens: {
    ceQueCest:
      'Les liens personnels envoyés vers une liste ou un tableau, ou pour dire si elle connaît une personne ; l’adresse du lien n’est pas gardée',
    gardeJusqua: 'la durée du lien : douze heures vers une liste, soixante jours pour une personne',
  },
  lieux_de_rencontre: {
    ceQueCest: 'Les lieux de rencontre qui citent cette adresse',
    gardeJusqua: 'la fin de la demande, comme elle',
  },
  marches: {
    ceQueCest: 'Les marchés dont une ligne cite cette adresse',
    gardeJusqua: `comme les contacts du parcours : ${mois(CONSERVATION.contactMois)} après sa fin, ou son retrait du catalogue`,
  },
  membres: {
    ceQueCest: 'Le droit de lire les tableaux : équipe ou coordination',
    gardeJusqua: `${mois(CONSERVATION.membreMois)} après le dernier lien demandé, ou la dernière fois qu’elle a dit si elle connaissait quelqu’un`,
  },
  messages: {
    ceQueCest: 'Les messages écrits à l’équipe, ou qui citent cette adresse',
    gardeJusqua: mois(CONSERVATION.messageMois),
  },
  personnes_connues: {
    ceQueCest:
      'Cette personne est connue du réseau, et qui l’a dit ; ou elle a dit en connaître une autre',
    gardeJusqua: `${mois(CONSERVATION.connueMois)} après sa dernière demande`,
  },
  precisions: {
    ceQueCest: 'Les textes libres d’un suivi qui citent cette adresse',
    gardeJusqua: 'la fin de la demande, comme elle',
  },
  relais: {
    ceQueCest: 'Les parcours où cette personne a passé la main à un autre contact de l’entreprise',
    gardeJusqua: 'le contact qui lui succède, comme lui',
  },
  relances_du_jour: {
    ceQueCest: 'Les jours où un rappel est parti à cette adresse, pour n’en envoyer qu’un par jour',
    gardeJusqua: 'le lendemain',
  },
  releves: {
    ceQueCest:
      'Les demandes de reprendre les dossiers d’un acheteur parti, faites par elle ou qui la citent',
    gardeJusqua: `la réponse de l’équipe ; ${mois(CONSERVATION.messageMois)} sans réponse`,
  },
};
