const PARENT = process.ppid;

/**
 * Arrête proprement sur Ctrl + C, et quand npm disparaît : il meurt sans prévenir ce qu'il a lancé, qui garderait
 * son port.
 */
export function arreterProprement(fermer: () => Promise<void>): void {
  let enCours = false;
  const arreter = () => {
    if (enCours) return;
    enCours = true;
    void fermer().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGINT', arreter);
  process.once('SIGTERM', arreter);
  process.once('SIGHUP', arreter);
  if (!process.env.npm_lifecycle_event) return;
  setInterval(() => {
    if (process.ppid !== PARENT) arreter();
  }, 500).unref();
}
