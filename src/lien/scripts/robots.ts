import { ENTRE_DEUX_APPUIS_MS, estDouteux } from '../regles/appui.ts';

/*
 * Un robot qui ouvre les liens d'un courriel, et appuie partout, ne décide de rien : un appui douteux ne fait que demander
 * le suivant. Une personne n'en voit rien ; si son navigateur est de ceux que l'on ne reconnaît pas, elle appuie deux fois,
 * et la page la croit ensuite.
 */

const DEMANDE = 'Appuyez encore une fois : cette page veut être sûre que c’est vous.';

let confiance = false;
let premier: { bouton: Element; a: number } | undefined;
const message = document.createElement('p');
message.className = 'csf-alerte';
message.setAttribute('role', 'alert');

function demanderEncore(bouton: Element): void {
  premier = { bouton, a: performance.now() };
  (bouton.closest('p') ?? bouton).after(message);
  message.textContent = DEMANDE;
}

function filtrer(evenement: MouseEvent): void {
  const { target, isTrusted: reel } = evenement;
  const bouton = target instanceof Element ? target.closest('main button') : null;
  if (confiance || !bouton) return;
  const visible = document.visibilityState === 'visible';
  if (!estDouteux({ reel, pilote: navigator.webdriver, visible })) return;
  if (premier?.bouton === bouton && performance.now() - premier.a >= ENTRE_DEUX_APPUIS_MS) {
    confiance = true;
    message.remove();
    return;
  }
  evenement.preventDefault();
  evenement.stopImmediatePropagation();
  demanderEncore(bouton);
}

// À la descente, avant que React ne voie l'appui.
document.addEventListener('click', filtrer, { capture: true });
