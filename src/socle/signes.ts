/** Les signes d'une référence ou d'un code : sans voyelle ni chiffre douteux, ils ne forment pas un mot et se dictent. */
export const SIGNES = 'bcdfghjkmnpqrstvwxz23456789';
