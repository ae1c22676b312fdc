/** Port du service embarqué, quand rien n'en choisit un autre. */
const PORT_EMBARQUE = '54321';

/**
 * Adresse du service (base et fonctions), sans barre finale : celle de l'hébergeur, ou celle du service
 * embarqué sur ce poste. La construction du site et le serveur la lisent ici, et nulle part ailleurs.
 * @param environnement variables SUPABASE_URL et CSF_PORT_SERVICE
 */
export function adresseDuService(environnement: Record<string, string | undefined>): string {
  // Une variable vide vaut une variable absente.
  const { SUPABASE_URL = '', CSF_PORT_SERVICE = '' } = environnement;
  const adresse = SUPABASE_URL || `http://localhost:${CSF_PORT_SERVICE || PORT_EMBARQUE}`;
  return adresse.replace(/(?<!\/)\/+$/, '');
}

/** Adresse des fonctions : un formulaire y poste, le navigateur les y appelle. */
export function adresseDesFonctions(environnement: Record<string, string | undefined>): string {
  return `${adresseDuService(environnement)}/functions/v1`;
}
