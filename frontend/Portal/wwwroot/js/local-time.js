// Says when a deadline is on the reader's own clock. Without this script the page gives the owner's zone and UTC.
for (const place of document.querySelectorAll('[data-local-time]')) {
    const at = new Date(place.dataset.localTime);
    const format = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'long', timeStyle: 'short' });
    place.append(` ${format.format(at)} (${format.resolvedOptions().timeZone.replaceAll('_', ' ')})`);
    place.hidden = false;
}
