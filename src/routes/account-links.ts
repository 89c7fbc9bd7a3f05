import { cles } from '#lib/messages/api-cles.ts';
import { comptes } from '#lib/messages/comptes.ts';

interface Allowed {
  /** Nobody has an account yet. */
  alone?: boolean;
  manages: boolean;
  makesKeys: boolean;
  readsJournal: boolean;
}

/** The pages of an account and of its organisation that a person may open, the same on each of them. */
export function accountLinks({ alone = false, manages, makesKeys, readsJournal }: Allowed) {
  const { title, manage, journal } = comptes.account;
  return [
    { href: '/compte', label: alone ? comptes.first.title : title },
    ...(manages ? [{ href: '/organisation', label: manage }] : []),
    ...(makesKeys ? [{ href: '/compte/cles', label: cles.link }] : []),
    ...(readsJournal ? [{ href: '/journal', label: journal }] : []),
  ];
}

/** Those of an administrator, who may open them all. */
export const ADMINISTRATOR_LINKS = accountLinks({ manages: true, makesKeys: true, readsJournal: true });
