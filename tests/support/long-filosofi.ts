/** The wide rows of Filosofi as INSEE writes them since: one row a figure, `C` for what is withheld. */
export function inLongLayout(wide: string): string {
  const [header = '', ...rows] = wide.trimEnd().split('\n');
  const names = header.split(';');
  const measures = {
    MED21: 'MED_SL',
    TP6021: 'PR_MD60',
    D121: 'D1_SL',
    PPMINI21: 'S_SOC_BEN_DI_MIN_SOC',
    PIMP21: 'S_HH_TAX',
    NBPERSMENFISC21: 'NUM_PER',
  };
  const long = rows.flatMap((row) => {
    const cells = row.split(';');
    return Object.entries(measures).map(([column, measure]) => {
      const value = cells[names.indexOf(column)] ?? '';
      const [status, written] =
        value === 's' ? ['C', ''] : ['F', value === 'nd' ? '' : value.replace(',', '.')];
      return `"${cells[0]}";"COM";"${measure}";"X";"0";"${status}";"A";"2023";"${written}"`;
    });
  });
  return [
    '"GEO";"GEO_OBJECT";"FILOSOFI_MEASURE";"UNIT_MEASURE";"UNIT_MULT";"CONF_STATUS";"OBS_STATUS";"TIME_PERIOD";"OBS_VALUE"',
    ...long,
    '',
  ].join('\n');
}
