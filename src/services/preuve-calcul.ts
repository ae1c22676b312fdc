/* Le calcul d'une preuve de travail, dans son propre fil : la bibliothèque y répond aux messages. */
import 'altcha-lib/workers/pbkdf2';
