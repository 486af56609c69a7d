// Suggestions while typing, after the ARIA combobox pattern. Without this script the form simply searches.
const wait = 160;

for (const form of document.querySelectorAll('form[data-suggest]')) enhance(form, form.querySelector('input[type=search]'));

function enhance(form, input) {
    const list = Object.assign(document.createElement('ul'), { id: `${input.id}-suggestions`, className: 'suggestions', hidden: true });
    const status = Object.assign(document.createElement('p'), { className: 'visually-hidden' });
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', form.querySelector('label').textContent);
    status.setAttribute('role', 'status');
    form.append(list, status);
    for (const [name, value] of Object.entries({ role: 'combobox', 'aria-expanded': 'false', 'aria-autocomplete': 'list', 'aria-controls': list.id })) input.setAttribute(name, value);

    let [timer, request, active, shownFor] = [0, null, -1, ''];

    const close = () => {
        list.hidden = true;
        active = -1;
        input.setAttribute('aria-expanded', 'false');
        input.removeAttribute('aria-activedescendant');
    };

    const mark = index => {
        const options = [...list.children];
        active = options.length ? (index + options.length) % options.length : -1;
        options.forEach((option, i) => option.setAttribute('aria-selected', String(i === active)));
        input.setAttribute('aria-activedescendant', options[active].id);
        options[active].scrollIntoView({ block: 'nearest' });
    };

    const open = suggestions => {
        list.replaceChildren(...suggestions.map((suggestion, i) => {
            const option = document.createElement('li');
            option.id = `${list.id}-${i}`;
            option.setAttribute('role', 'option');
            option.setAttribute('aria-selected', 'false');
            option.append(Object.assign(document.createElement('span'), { textContent: suggestion.text }));
            option.dataset.url = suggestion.url;
            return option;
        }));
        active = -1;
        list.hidden = suggestions.length === 0;
        input.setAttribute('aria-expanded', String(!list.hidden));
        status.textContent = list.hidden ? form.dataset.suggestNone : form.dataset.suggestSome.replace('{0}', suggestions.length);
    };

    const follow = option => {
        // Only pages of this site, in the language of this page.
        const prefix = form.dataset.suggestLanguage === 'en' ? '' : `/${form.dataset.suggestLanguage}`;
        const url = new URL(option.dataset.url, location.origin);
        if (url.origin === location.origin) location.assign(prefix + url.pathname + url.search);
    };

    const ask = async () => {
        const text = input.value.trim();
        request?.abort();
        if (text.length < 2) return close();
        request = new AbortController();
        try {
            const query = new URLSearchParams({ q: text, lang: form.dataset.suggestLanguage });
            const response = await fetch(`${form.dataset.suggest}?${query}`, { signal: request.signal });
            if (!response.ok) return close();
            const { suggestions } = await response.json();
            if (document.activeElement === input) { shownFor = text; open(suggestions); }
        } catch (error) {
            // Typing on aborts the request; a search that is down offers nothing. Neither is worth a message.
            if (error.name !== 'AbortError') close();
        }
    };

    input.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(ask, wait); });
    input.addEventListener('blur', () => setTimeout(close, 150));
    input.addEventListener('keydown', event => {
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            if (list.hidden) { if (shownFor !== input.value.trim() || !list.children.length) ask(); else { list.hidden = false; input.setAttribute('aria-expanded', 'true'); } }
            else mark(event.key === 'ArrowDown' ? active + 1 : (active < 0 ? 0 : active) - 1);
        } else if (event.key === 'Escape' && !list.hidden) {
            event.preventDefault();
            close();
        } else if (event.key === 'Enter' && active >= 0 && !list.hidden) {
            event.preventDefault();
            follow(list.children[active]);
        }
    });
    list.addEventListener('mousedown', event => {
        const option = event.target.closest('[role=option]');
        if (option) { event.preventDefault(); follow(option); }
    });
}
