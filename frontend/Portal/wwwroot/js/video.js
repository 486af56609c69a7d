// Plays a video in the page once it is pressed. Without this script its box is a link to the site where it is.
for (const box of document.querySelectorAll('a[data-player]')) {
    box.addEventListener('click', event => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) {
            return;
        }

        event.preventDefault();
        const frame = document.createElement('iframe');
        frame.src = box.dataset.player;
        frame.title = box.dataset.title;
        frame.className = 'video-frame';
        frame.allow = 'fullscreen; encrypted-media';
        box.replaceWith(frame);
        frame.focus();
    });
}
