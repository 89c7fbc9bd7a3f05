import { parseArgs } from 'node:util';
import { isZoneKind } from '#lib/domain/zones/zone.ts';
import { isSourceId } from '#lib/domain/indicators/source.ts';
import { chosenOrganisation } from '#lib/server/accounts/chosen-organisation.ts';
import { connect } from '#lib/server/db/connect.ts';
import { loadSources } from '#lib/server/import/load.ts';
import { loadZonesFile } from '#lib/server/import/zones/load-zones-file.ts';
import { resolveOrigin } from '#lib/server/import/resolve-origin.ts';
import { verify } from '#lib/server/import/verify.ts';
import { PROFILES } from '#lib/server/jobs/isochrone-service.ts';
import { readStatus } from '#lib/server/queries/status.ts';
import { importDataInclusion } from './data/import-data-inclusion.ts';
import { importPlaces } from './data/import-places.ts';
import { inhabitedPoints } from './data/inhabited-points.ts';
import { acceptEditions, listEditions, refuseEditions } from './data/editions.ts';
import { checkProducers } from './data/live.ts';
import { travelTimes } from './data/travel-times.ts';
import { printChecks, printOrigin, printStatus, reportLoad } from './data/print.ts';

const USAGE = `Usage :
  npm run data -- load [source…]     charge les sources qui ont changé
  npm run data -- load --live [source…] [--yes] [--json]
                                     les télécharge chez leurs producteurs et dit ce qui change ;
                                     remplace celles en place avec --yes
  npm run data -- editions [--json]  les éditions chargées, et celles qui attendent un accord
  npm run data -- accept source…     remplace l’édition en place par celle qui attend
  npm run data -- refuse source…     garde l’édition en place
  npm run data -- status [--json]    ce qui est chargé, par source et par indicateur
  npm run data -- verify [--json]    contrôle les fichiers et ce qui est chargé
  npm run data -- import-places FICHIER --list NOM [--shared] [--corrected SORTIE] [--services FICHIER] [--organisation NOM] [--yes]
                                     vérifie une liste de lieux ; l’enregistre avec --yes
  npm run data -- travel-times FICHIER [--max MINUTES]
                                     temps de trajet : une ligne par commune, lieu (ou code Insee
                                     d’une commune où ouvrir) et minutes
  npm run data -- travel-times --osrm ADRESSE --within CODE [--to-communes]
                                     les demande à un serveur OSRM, pour un territoire
  npm run data -- travel-times --isochrones --within CODE [--minutes 15,30] [--profile car|pedestrian]
                               [--to-communes]
                                     les demande à la Géoplateforme (IGN), une fois par lieu
                                     --to-communes : aussi vers les communes, pour /implantation en minutes
  npm run data -- inhabited-points FICHIER
                                     où vivent les habitants des grandes communes : une ligne par point
  npm run data -- zones qpv|iris FICHIER
                                     contours des quartiers prioritaires ou des IRIS : GeoJSON, ou zip qui en contient`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    live: { type: 'boolean', default: false },
    scheduled: { type: 'boolean', default: false },
    proposal: { type: 'string' },
    list: { type: 'string' },
    shared: { type: 'boolean', default: false },
    corrected: { type: 'string' },
    services: { type: 'string' },
    yes: { type: 'boolean', default: false },
    max: { type: 'string' },
    osrm: { type: 'string' },
    isochrones: { type: 'boolean', default: false },
    minutes: { type: 'string', default: '15,30' },
    profile: { type: 'string', default: 'car' },
    within: { type: 'string' },
    'to-communes': { type: 'boolean', default: false },
    organisation: { type: 'string' },
  },
});
const [command, ...names] = positionals;
const json = values.json;

async function bringPlaces(): Promise<number> {
  const [file, ...more] = names;
  const { list, shared, corrected, services, yes } = values;
  if (file === undefined || more.length > 0 || !list?.trim()) {
    process.stderr.write(`Nommez un fichier, et la liste où le ranger (--list NOM).\n${USAGE}\n`);
    return 2;
  }
  const log = (line: string): void => void process.stderr.write(`${line}\n`);
  const { database, release } = await connect(process.env, log, `maillage-data-${process.pid}`);
  try {
    const chosen = await chosenOrganisation(database, values.organisation);
    if ('names' in chosen) {
      process.stderr.write(
        `Dites pour quelle organisation (--organisation NOM) : ${chosen.names.join(', ')}.\n`,
      );
      return 2;
    }
    const asked = { file, list: list.trim(), shared, yes, owner: chosen.owner };
    return services === undefined
      ? await importPlaces(database, { ...asked, corrected })
      : await importDataInclusion(database, { ...asked, services });
  } finally {
    await release();
  }
}

async function bringTravelTimes(): Promise<number> {
  const most = values.max === undefined ? null : Number(values.max);
  if (most !== null && !(most > 0)) {
    process.stderr.write(`--max vaut « ${values.max} », qui n’est pas un nombre de minutes.\n${USAGE}\n`);
    return 2;
  }
  const profile = PROFILES.find((one) => one === values.profile);
  if (profile === undefined) {
    process.stderr.write(`--profile vaut « ${values.profile} » : choisissez car ou pedestrian.\n${USAGE}\n`);
    return 2;
  }
  const log = (line: string): void => void process.stderr.write(`${line}\n`);
  const { database, release } = await connect(process.env, log, `maillage-data-${process.pid}`);
  try {
    const osrm = values.osrm ?? (process.env.OSRM_URL || undefined);
    const isochrones = values.isochrones
      ? {
          url: process.env.ISOCHRONES_URL || undefined,
          minutes: values.minutes.split(',').map(Number),
          profile,
        }
      : null;
    return await travelTimes(database, {
      file: names[0],
      most,
      osrm,
      isochrones,
      within: values.within,
      toCommunes: values['to-communes'],
    });
  } finally {
    await release();
  }
}

async function bringInhabitedPoints(): Promise<number> {
  const log = (line: string): void => void process.stderr.write(`${line}\n`);
  const { database, release } = await connect(process.env, log, `maillage-data-${process.pid}`);
  try {
    return await inhabitedPoints(database, names[0]);
  } finally {
    await release();
  }
}

async function bringZones(): Promise<number> {
  const [kind = '', file, ...more] = names;
  if (!isZoneKind(kind) || file === undefined || more.length > 0) {
    process.stderr.write(`Dites ce que le fichier contient (qpv ou iris), puis nommez-le.\n${USAGE}\n`);
    return 2;
  }
  const log = (line: string): void => void process.stderr.write(`${line}\n`);
  const { database, release } = await connect(process.env, log, `maillage-data-${process.pid}`);
  try {
    const origin = await resolveOrigin(process.env, process.cwd(), process.env.DATA_DIR || 'data');
    const outcomes = await loadZonesFile(database, origin, kind, file, reportLoad);
    return outcomes.some(({ outcome }) => outcome === 'failed') ? 1 : 0;
  } finally {
    await release();
  }
}

/** Commands that take names of sources. */
const COMMANDS = ['load', 'status', 'verify', 'editions', 'accept', 'refuse'];

async function main(): Promise<number> {
  if (command === 'import-places') return bringPlaces();
  if (command === 'travel-times') return bringTravelTimes();
  if (command === 'inhabited-points') return bringInhabitedPoints();
  if (command === 'zones') return bringZones();
  const unknown = names.find((name) => !isSourceId(name));
  if (!COMMANDS.includes(command ?? '') || unknown !== undefined) {
    process.stderr.write(`${unknown === undefined ? '' : `Source inconnue : ${unknown}.\n`}${USAGE}\n`);
    return 2;
  }
  const log = (line: string): void => void process.stderr.write(`${line}\n`);
  const { database, release } = await connect(process.env, log, `maillage-data-${process.pid}`);
  try {
    if (command === 'status') {
      printStatus(await readStatus(database), json);
      return 0;
    }
    const dataDir = process.env.DATA_DIR || 'data';
    const sources = names.filter(isSourceId);
    if (command === 'editions') return await listEditions(database, json);
    if (command === 'accept') return await acceptEditions(database, sources, dataDir, values.proposal);
    if (command === 'refuse') return await refuseEditions(database, sources);
    if (command === 'load' && values.live) {
      const { yes, scheduled } = values;
      return await checkProducers(database, { sources, dataDir, json, yes, scheduled });
    }
    const origin = await resolveOrigin(process.env, process.cwd(), dataDir);
    if (command === 'verify') {
      const checks = await verify(database, origin);
      printChecks(checks, json);
      return checks.every(({ ok }) => ok) ? 0 : 1;
    }
    printOrigin(origin);
    const outcomes = await loadSources(database, origin, {
      only: sources.length > 0 ? sources : undefined,
      report: reportLoad,
    });
    if (json) process.stdout.write(`${JSON.stringify(outcomes, null, 2)}\n`);
    return outcomes.some(({ outcome }) => outcome === 'failed') ? 1 : 0;
  } finally {
    await release();
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (cause: unknown) => {
    process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
    process.exitCode = 1;
  },
);
