import { reparerLien } from '../regles/lien-abime.ts';

/* L'adresse abîmée porte le jeton : elle est remplacée, et ne reste pas dans l'historique de l'onglet. */
const reparee = reparerLien(location.pathname + location.search);
if (reparee !== undefined) location.replace(reparee);
