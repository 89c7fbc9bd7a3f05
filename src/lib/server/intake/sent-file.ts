import { fileImport } from '../../messages/file-import.ts';
import { MAX_FILE_BYTES } from './limits.ts';

/** Why the file of a form is not read, with the status of the answer. */
interface Unsent {
  status: 400 | 413;
  problem: string;
}

/** The file that a form brings in its field « fichier », not looked into yet; why not otherwise: `tooBig` says what to do. */
export function sentFile(form: FormData, tooBig: string): File | Unsent {
  const file = form.get('fichier');
  if (!(file instanceof File) || file.size === 0) return { status: 400, problem: fileImport.noFile };
  if (file.size > MAX_FILE_BYTES) return { status: 413, problem: tooBig };
  return file;
}
