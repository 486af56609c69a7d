// Draws on a map what the page lists, and loads the list of what is chosen. The page works without it.
const element = document.getElementById('map');
const panel = document.getElementById('map-panel');
const options = element.dataset;
const small = 1.2; // degrees: a country narrower than this gets a dot of its own

const visible = new IntersectionObserver(entries => {
    if (!entries.some(entry => entry.isIntersecting)) return;
    visible.disconnect();
    start();
});
visible.observe(element);

async function start() {
    const [shapes] = await Promise.all([readShapes(), loadLeaflet()]);
    element.replaceChildren();
    const map = L.map(element, { zoomControl: false, minZoom: 0, maxZoom: 8, zoomSnap: 0.5, attributionControl: false, maxBounds: [[-75, -220], [86, 220]] });
    L.control.zoom({ position: 'topleft', zoomInTitle: options.zoomIn, zoomOutTitle: options.zoomOut }).addTo(map);
    element.setAttribute('role', 'region');
    element.setAttribute('aria-label', options.label);
    map.fitBounds([[-52, -128], [70, 178]]);
    const drawn = drawCountries(map, shapes);
    const clusters = L.layerGroup().addTo(map);
    let shownZoom = -1;
    const refresh = async () => {
        const zoom = Math.round(map.getZoom());
        if (zoom === shownZoom) return;
        shownZoom = zoom;
        await drawClusters(map, clusters, zoom);
    };
    map.on('zoomend', refresh);
    await refresh();
    panel.addEventListener('click', event => {
        const link = event.target.closest('a[data-code], a[rel~=nofollow][href*="/map"]');
        if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        choose(link.href);
        if (link.dataset.code) map.setView([+link.dataset.lat, +link.dataset.lon], Math.max(map.getZoom(), 3));
    });
    addEventListener('popstate', () => show(location.href));
    drawn.highlight();
    const chosen = panel.querySelector('a[data-code][aria-current=true]');
    if (chosen) map.setView([+chosen.dataset.lat, +chosen.dataset.lon], 3);

    async function show(url) {
        const response = await fetch(url, { headers: { Accept: 'text/html' } });
        const page = new DOMParser().parseFromString(await response.text(), 'text/html');
        const fresh = page.getElementById('map-panel');
        if (!fresh) return location.assign(url);
        panel.replaceChildren(...fresh.childNodes);
        panel.scrollTop = 0;
        drawn.highlight();
    }

    async function choose(url) {
        history.pushState(null, '', url);
        await show(url);
        panel.focus({ preventScroll: true });
        if (panel.getBoundingClientRect().top > innerHeight * 0.8) panel.scrollIntoView({ block: 'start' });
    }

    function drawCountries(target, topology) {
        const layers = new Map();
        const idle = { color: '#fff', weight: 0.7, fillColor: '#c9d6dc', fillOpacity: 1 };
        const listed = code => panel.querySelector(`a[data-code="${code}"]`);
        const pick = code => { const link = listed(code); if (link) choose(link.href); };
        const name = code => { const link = listed(code); return link ? `${link.firstElementChild.textContent}: ${link.dataset.count}` : ''; };
        const bind = (code, layer) => {
            layers.set(code, [...(layers.get(code) ?? []), layer]);
            layer.on('click', () => pick(code)).bindTooltip(() => name(code) || code, { sticky: true });
            // The numbered groups and the list are the stops of the keyboard; a nameless shape would only be in the way.
            layer.on('add', () => layer.getElement().setAttribute('tabindex', '-1'));
        };
        const isShape = feature => {
            if (!feature.id || !listed(feature.id)) return false;
            const size = L.geoJSON(feature).getBounds();
            return size.getEast() - size.getWest() > small || size.getNorth() - size.getSouth() > small;
        };
        L.geoJSON(topology, { style: idle, interactive: false }).addTo(target);
        L.geoJSON(topology, { style: idle, filter: isShape, onEachFeature: (feature, layer) => bind(feature.id, layer) }).addTo(target);
        for (const link of panel.querySelectorAll('a[data-code]')) {
            if (layers.has(link.dataset.code)) continue;
            const dot = L.circleMarker([+link.dataset.lat, +link.dataset.lon], { radius: 7, color: '#fff', weight: 1.5, fillOpacity: 1, fillColor: '#0a6670' });
            bind(link.dataset.code, dot);
            dot.addTo(target);
        }
        return {
            highlight() {
                for (const [code, shown] of layers) {
                    const chosen = listed(code)?.getAttribute('aria-current') === 'true';
                    for (const layer of shown) layer.setStyle({ fillColor: chosen ? '#c77700' : '#4f9aa3' });
                }
            },
        };
    }

    async function drawClusters(target, group, zoom) {
        const separator = options.clusters.includes('?') ? '&' : '?';
        const response = await fetch(`${options.clusters}${separator}zoom=${zoom}`).catch(() => null);
        // While search is down the countries stay, only without numbers.
        if (!response?.ok) return group.clearLayers();
        const { clusters } = await response.json();
        group.clearLayers();
        for (const cluster of clusters) addCluster(target, group, cluster);
    }

    function addCluster(target, group, cluster) {
        const side = Math.round(26 + Math.min(22, 5 * Math.log2(cluster.count)));
        const text = cluster.count === 1 && cluster.sole ? `${options.entry.replace('{0}', 1)}: ${cluster.sole.title}` : options.entries.replace('{0}', cluster.count);
        const icon = L.divIcon({ className: 'cluster', iconSize: [side, side], html: Object.assign(document.createElement('span'), { textContent: cluster.count }) });
        const marker = L.marker([cluster.lat, cluster.lon], { icon, title: text, riseOnHover: true }).addTo(group);
        marker.getElement().setAttribute('aria-label', text);
        marker.on('click', () => openCluster(target, cluster));
        // Leaflet lets a marker have the focus, but leaves the keys to us.
        marker.on('keydown', ({ originalEvent: key }) => {
            if (key.key !== 'Enter' && key.key !== ' ') return;
            key.preventDefault();
            openCluster(target, cluster);
        });
    }

    function openCluster(target, { lat, lon, bbox: [west, south, east, north], sole, count }) {
        if (count === 1 && sole) return location.assign(options.root + sole.url);
        const bounds = L.latLngBounds([[south, west], [north, east]]);
        if (target.getBoundsZoom(bounds, false, L.point(60, 60)) > target.getZoom() && (east - west > 0.5 || north - south > 0.5)) {
            // The group the reader chose is drawn anew in smaller ones: the map keeps the focus.
            element.focus({ preventScroll: true });
            return target.fitBounds(bounds, { padding: [30, 30] });
        }
        // All at one point: the middle of a country.
        const country = [...panel.querySelectorAll('a[data-code]')].find(a => Math.abs(a.dataset.lat - lat) < 0.05 && Math.abs(a.dataset.lon - lon) < 0.05);
        const box = [west - 0.05, south - 0.05, east + 0.05, north + 0.05].map(v => v.toFixed(3)).join(',');
        choose(country?.href ?? `${options.list}${options.query}${options.query ? '&' : '?'}bbox=${box}`);
    }
}

async function readShapes() {
    const [{ default: feature }, topology] = await Promise.all([import(options.topology), fetch(options.shapes).then(response => response.json())]);
    return unroll(feature(topology, topology.objects.countries));
}

// Shapes that run across the 180th meridian go on beyond it instead of jumping to the other side.
function unroll(collection) {
    for (const { geometry } of collection.features) {
        for (const ring of geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()) {
            let turn = 0;
            for (let i = 1, last = ring[0][0]; i < ring.length; i++) {
                const x = ring[i][0];
                if (x - last > 180) turn -= 360;
                if (x - last < -180) turn += 360;
                last = x;
                ring[i] = [x + turn, ring[i][1]];
            }
        }
    }
    return collection;
}

function loadLeaflet() {
    return new Promise((loaded, failed) => {
        const script = Object.assign(document.createElement('script'), { src: options.leaflet, onload: loaded, onerror: failed });
        document.head.append(script);
    });
}
