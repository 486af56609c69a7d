// Turns npm's world-atlas (Natural Earth) into what the maps need, all of it small enough to be served from here:
//   map/world.json   topology for the interactive map, country ids as ISO 3166 alpha-2
//   map/world.svg    the background of the static maps, Equal Earth projection (the same formula as EqualEarth.cs)
//   outlines.json    one SVG path per country in that projection, to highlight it; none for countries too small to be seen
// and copies Leaflet and the topology reader beside them. Usage: node generate.mjs OUTPUT_FOLDER
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { cut } from './meridian.mjs';
import { simplify } from './simplify.mjs';

const require = createRequire(import.meta.url);
const { feature, merge, mergeArcs, mesh, quantize } = require('topojson-client');
const atlas = require('world-atlas/countries-50m.json');
const world = require('world-countries');
const output = process.argv[2];
const codeOf = Object.fromEntries(world.filter(c => c.status === 'officially-assigned').map(c => [c.ccn3, c.cca2]));
// Drawn apart in the atlas without a code of their own, where M49 counts them.
const partOf = { 'Somaliland': 'SO', 'N. Cyprus': 'CY' };

function save(name, text) {
    const path = join(output, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
}

// One geometry per country; Antarctica would only push the others aside.
function countries(topology) {
    const parts = new Map();
    for (const g of topology.objects.countries.geometries) {
        const code = codeOf[g.id] ?? partOf[g.properties.name] ?? '';
        if (code === 'AQ' || !g.type) continue;
        const key = code || g.properties.name;
        parts.set(key, { code, geometries: [...(parts.get(key)?.geometries ?? []), g] });
    }
    return [...parts.values()].map(({ code, geometries }) => {
        const { type, arcs } = geometries.length > 1 ? mergeArcs(topology, geometries) : geometries[0];
        return code ? { type, id: code, arcs } : { type, arcs };
    });
}

function build(tolerance, smallest) {
    const topology = simplify(atlas, tolerance, smallest);
    return { ...topology, objects: { countries: { type: 'GeometryCollection', geometries: countries(topology) } } };
}

// Equal Earth (Šavrič, Patterson, Jenny 2018), scaled to a drawing 1000 units wide.
const [A1, A2, A3, A4] = [1.340264, -0.081106, 0.000893, 0.003796], M = Math.sqrt(3) / 2, scale = 1000 / 5.4133;
function project([lon, lat]) {
    const t = Math.asin(M * Math.sin(lat * Math.PI / 180)), t2 = t * t, t6 = t2 * t2 * t2;
    const x = lon * Math.PI / 180 * Math.cos(t) / (M * (A1 + 3 * A2 * t2 + t6 * (7 * A3 + 9 * A4 * t2)));
    const y = t * (A1 + A2 * t2 + t6 * (A3 + A4 * t2));
    return [500 + x * scale, 244 - y * scale];
}

// Whole tenths, relative steps: a third of the size of absolute coordinates.
function line(points, close) {
    const tenths = points.map(project).map(p => p.map(v => Math.round(v * 10)))
        .filter((p, i, all) => i === 0 || p[0] !== all[i - 1][0] || p[1] !== all[i - 1][1]);
    if (close && tenths.length < 3) return '';
    const pair = (x, y) => `${x / 10} ${y / 10}`.replace(' -', '-');
    const steps = tenths.slice(1).map((p, i) => pair(p[0] - tenths[i][0], p[1] - tenths[i][1]));
    return `M${pair(...tenths[0])}l${steps.join(' ').replaceAll(' -', '-')}${close ? 'z' : ''}`;
}
const shape = g => (g.type === 'Polygon' ? [g.coordinates] : g.coordinates).flatMap(p => p.flatMap(cut).map(ring => line(ring, true))).join('');

const fine = build(0.045, 0.02);
save('map/world.json', JSON.stringify(quantize(fine, 1e4)));

const coarse = build(0.2, 0.5);
const land = shape(merge(coarse, coarse.objects.countries.geometries));
const borders = mesh(coarse, coarse.objects.countries, (a, b) => a !== b).coordinates.map(l => line(l, false)).join('');
save('map/world.svg', `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 442"><path fill="#c9d6dc" d="${land}"/><path fill="none" stroke="#fff" stroke-width=".6" d="${borders}"/></svg>`);
const rings = g => (g.type === 'Polygon' ? [g.coordinates] : g.coordinates).map(p => p[0].map(project));
const span = (ring, axis) => Math.max(...ring.map(p => p[axis])) - Math.min(...ring.map(p => p[axis]));
const isSeen = g => rings(g).some(ring => Math.max(span(ring, 0), span(ring, 1)) >= 4);
const outlines = feature(coarse, coarse.objects.countries).features.filter(f => f.id && isSeen(f.geometry)).map(f => [f.id, shape(f.geometry)]);
save('outlines.json', JSON.stringify(Object.fromEntries(outlines)));

const copies = { 'leaflet/dist/leaflet.js': 'lib/leaflet/leaflet.js', 'leaflet/dist/leaflet.css': 'lib/leaflet/leaflet.css' };
for (const file of ['feature', 'identity', 'reverse', 'transform']) copies[`topojson-client/src/${file}.js`] = `lib/topojson/${file}.js`;
const modules = dirname(dirname(require.resolve('leaflet/package.json')));
for (const [from, to] of Object.entries(copies)) {
    mkdirSync(dirname(join(output, to)), { recursive: true });
    copyFileSync(join(modules, from), join(output, to));
}
