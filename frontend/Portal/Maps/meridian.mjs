// The atlas is made for globes: shapes run across the 180th meridian. A flat drawing needs them in two pieces.

// The ring without jumps: longitudes go on beyond 180 instead.
function unroll(ring) {
    let turn = 0;
    return ring.map(([x, y], i) => {
        if (i && x - ring[i - 1][0] > 180) turn -= 360;
        if (i && x - ring[i - 1][0] < -180) turn += 360;
        return [x + turn, y];
    });
}

// What lies on the wanted side of a meridian (Sutherland and Hodgman).
function clip(ring, meridian, side) {
    const inside = ([x]) => side * (x - meridian) <= 0;
    return ring.flatMap((point, i) => {
        const before = ring[(i || ring.length) - 1];
        const crossing = inside(point) === inside(before) ? []
            : [[meridian, before[1] + (point[1] - before[1]) * (meridian - before[0]) / (point[0] - before[0])]];
        return inside(point) ? [...crossing, point] : crossing;
    });
}

/** The closed ring as open rings between -180 and 180 degrees. */
export function cut(closed) {
    const ring = unroll(closed.slice(0, -1));
    const pieces = [clip(clip(ring, 180, 1), -180, -1)];
    if (ring.some(([x]) => x > 180)) pieces.push(clip(ring, 180, -1).map(([x, y]) => [x - 360, y]));
    if (ring.some(([x]) => x < -180)) pieces.push(clip(ring, -180, 1).map(([x, y]) => [x + 360, y]));
    return pieces.filter(piece => piece.length > 2);
}
