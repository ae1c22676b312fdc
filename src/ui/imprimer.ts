/* Les boutons « Imprimer » n'apparaissent qu'avec JavaScript : sans lui, ils ne feraient rien. */
for (const bouton of document.querySelectorAll<HTMLButtonElement>('[data-imprimer]')) {
  bouton.hidden = false;
  bouton.addEventListener('click', () => {
    print();
  });
}
