// Reads an iCalendar from standard input with ical.js and writes its events as JSON.
import ICAL from 'ical.js';
import { text } from 'node:stream/consumers';

const calendar = new ICAL.Component(ICAL.parse(await text(process.stdin)));
const events = calendar.getAllSubcomponents('vevent').map(component => {
    const event = new ICAL.Event(component);
    return {
        uid: event.uid,
        sequence: event.sequence,
        summary: event.summary,
        start: event.startDate.toString(),
        isDate: event.startDate.isDate,
        zone: event.startDate.zone?.tzid ?? null,
        status: component.getFirstPropertyValue('status'),
        url: component.getFirstPropertyValue('url'),
    };
});
console.log(JSON.stringify({ version: calendar.getFirstPropertyValue('version'), events }));
