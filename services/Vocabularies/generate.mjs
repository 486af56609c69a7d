// Joins the country facts of npm's world-countries (ISO 3166, names, positions), cldr-core (M49 containment) and
// world-atlas (shapes) into two files that the build embeds. Usage: node generate.mjs OUTPUT_FOLDER
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const world = require('world-countries');
const containment = require('cldr-core/supplemental/territoryContainment.json').supplemental.territoryContainment;
const { feature } = require('topojson-client');
const atlas = require('world-atlas/countries-50m.json');
const names = JSON.parse(readFileSync(new URL('Data/country-names.json', import.meta.url)));
const spanishDemonyms = JSON.parse(readFileSync(new URL('Data/demonyms-es.json', import.meta.url)));
const m49 = new Set(JSON.parse(readFileSync(new URL('Data/regions.json', import.meta.url))).map(r => r.value));
const output = process.argv[2];

// CLDR also knows groupings that M49 does not have (003, EU, UN, QO …): only M49 regions are parents here.
const parents = {};
for (const [region, { _contains }] of Object.entries(containment)) {
    if (!m49.has(region)) continue;
    for (const child of _contains) (parents[child] ??= new Set()).add(region);
}
// The territories that CLDR keeps in "outlying Oceania", where M49 has them.
Object.assign(parents, { UM: new Set(['057']), BV: new Set(['005']), HM: new Set(['053']), GS: new Set(['005']), IO: new Set(['014']), TF: new Set(['014']), CX: new Set(['053']), CC: new Set(['053']) });

const above = code => {
    const all = new Set();
    const walk = child => { for (const p of parents[child] ?? []) if (p !== '001' && !all.has(p)) { all.add(p); walk(p); } };
    walk(code);
    return [...all].sort();
};

const countries = world.filter(c => c.status === 'officially-assigned').map(c => {
    const name = names[c.cca2] ?? { en: c.name.common, fr: c.translations.fra.common, es: c.translations.spa.common };
    const aliases = new Set([c.name.common, c.name.official, c.translations.fra.common, c.translations.fra.official,
        c.translations.spa.common, c.translations.spa.official, ...c.altSpellings.filter(s => s.length > 3)]);
    for (const own of Object.values(name)) aliases.delete(own);
    const demonyms = new Set([c.demonyms.eng, c.demonyms.fra].flatMap(d => [d?.m, d?.f]).concat(spanishDemonyms[c.cca2]).filter(d => d));
    return { code: c.cca2, iso3: c.cca3, m49: c.ccn3, name, latitude: c.latlng[0], longitude: c.latlng[1], aliases: [...aliases], arabic: c.translations.ara?.common ?? null, demonyms: [...demonyms], regions: above(c.cca2) };
}).sort((a, b) => a.code < b.code ? -1 : 1);

// Two decimals are about a kilometre: enough to say whether a box or a circle touches a country.
const round = x => Array.isArray(x) ? x.map(round) : Math.round(x * 100) / 100;
const codeOf = Object.fromEntries(countries.map(c => [c.m49, c.code]));
// Shapes that the atlas draws apart without a code of their own, where M49 counts them.
const partOf = { 'Somaliland': 'SO', 'N. Cyprus': 'CY' };
const shapes = {};
for (const f of feature(atlas, atlas.objects.countries).features) {
    const code = codeOf[f.id] ?? partOf[f.properties.name];
    if (!code || !f.geometry) continue;
    (shapes[code] ??= []).push(...(f.geometry.type === 'Polygon' ? [f.geometry.coordinates] : f.geometry.coordinates).map(round));
}

mkdirSync(output, { recursive: true });
writeFileSync(join(output, 'countries.json'), JSON.stringify(countries));
writeFileSync(join(output, 'shapes.json'), JSON.stringify(shapes));
