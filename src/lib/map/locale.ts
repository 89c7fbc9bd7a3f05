/** The map library's own words, in French. */
export const LOCALE: Record<string, string> = {
  'AttributionControl.ToggleAttribution': 'Afficher ou masquer les sources du fond de carte',
  'AttributionControl.MapFeedback': 'Signaler une erreur du fond de carte',
  'NavigationControl.ZoomIn': 'Zoomer',
  'NavigationControl.ZoomOut': 'Dézoomer',
  'NavigationControl.ResetBearing': 'Remettre le nord en haut',
  'Popup.Close': 'Fermer',
  'Marker.Title': 'Repère',
  'Map.Title': 'Carte',
  'ScaleControl.Feet': 'pieds',
  'ScaleControl.Meters': 'm',
  'ScaleControl.Kilometers': 'km',
  'ScaleControl.Miles': 'miles',
  'ScaleControl.NauticalMiles': 'milles marins',
};
