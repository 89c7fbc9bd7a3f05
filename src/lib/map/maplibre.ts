import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { setWorkerUrl } from 'maplibre-gl';

// Bundled, the library cannot find its worker by itself. Imported lazily, with the library.
setWorkerUrl(workerUrl);

export { AttributionControl, Map, Marker, NavigationControl, Popup, ScaleControl } from 'maplibre-gl';
