import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { handler } from 'altcha-lib/workers/shared';

/* Le calcul d'une preuve de travail, dans son propre fil : la bibliothèque y répond aux messages. */
handler({ deriveKey });
