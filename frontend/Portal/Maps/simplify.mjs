// Simplifies a topology arc by arc (Douglas and Peucker), so that neighbours keep their common border.

function decode({ arcs, transform: { scale, translate } }) {
    return arcs.map(arc => {
        let [x, y] = [0, 0];
        return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
    });
}

function distance([x, y], [ax, ay], [bx, by]) {
    const [dx, dy] = [bx - ax, by - ay];
    const length = dx * dx + dy * dy;
    const t = length ? Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length)) : 0;
    return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}

function thin(points, tolerance) {
    const keep = new Set([0, points.length - 1]);
    const open = [[0, points.length - 1]];
    while (open.length) {
        const [from, to] = open.pop();
        let [worst, at] = [tolerance, 0];
        for (let i = from + 1; i < to; i++) {
            const d = distance(points[i], points[from], points[to]);
            if (d > worst) [worst, at] = [d, i];
        }
        if (at) { keep.add(at); open.push([from, at], [at, to]); }
    }
    return points.filter((_, i) => keep.has(i));
}

const extent = points => Math.max(...[0, 1].map(axis => { const v = points.map(p => p[axis]); return Math.max(...v) - Math.min(...v); }));

// Closed arcs are islands and enclaves: a small one is thinned by its own size, so that it stays a shape.
function thinArc(points, tolerance) {
    const [first, last] = [points[0], points.at(-1)];
    const closed = first[0] === last[0] && first[1] === last[1];
    return thin(points, closed ? Math.min(tolerance, extent(points) / 5) : tolerance);
}

// Islets that cannot be seen are left out, unless they are all that a country has.
function withoutIslets(geometry, arcs, smallest) {
    if (geometry.type !== 'MultiPolygon') return geometry;
    const size = polygon => Math.max(...polygon[0].map(i => extent(arcs[i < 0 ? ~i : i])));
    const sizes = geometry.arcs.map(size);
    const largest = Math.max(...sizes);
    return { ...geometry, arcs: geometry.arcs.filter((_, i) => sizes[i] >= Math.min(smallest, largest)) };
}

export function simplify(topology, tolerance, smallest) {
    const arcs = decode(topology).map(points => thinArc(points, tolerance));
    const geometries = topology.objects.countries.geometries.map(g => withoutIslets(g, arcs, smallest));
    const used = new Map();
    const renumber = x => Array.isArray(x) ? x.map(renumber) : x < 0 ? ~index(~x) : index(x);
    const index = i => used.get(i) ?? (used.set(i, used.size), used.size - 1);
    const kept = geometries.map(g => g.arcs ? { ...g, arcs: renumber(g.arcs) } : g);
    return { type: 'Topology', objects: { countries: { type: 'GeometryCollection', geometries: kept } }, arcs: [...used.keys()].map(i => arcs[i]) };
}
