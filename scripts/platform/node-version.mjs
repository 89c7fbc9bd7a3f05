/**
 * A French refusal when Node is older than Maillage needs; null when it will do.
 * @param {string} version such as `20.19.0`
 */
export function refuseOldNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return null;
  return (
    `Maillage demande Node.js 20.19 ou plus récent, et celui-ci est le ${version}. Rien n’a été modifié. ` +
    'Installez une version récente depuis le site de Node.js, puis relancez.'
  );
}
