import { config } from 'zod/v4/core';

/*
 * La politique de contenu interdit d'évaluer du texte. Zod essaie pourtant, pour aller plus vite, à la création de
 * chaque schéma : on le lui défend avant que le premier ne soit chargé, sinon le navigateur signale une violation.
 */
config({ jitless: true });
