// Lists of meetings as groups publish them, made up: nobody meets at these places.

const KINDS = [["O", "D"], ["C", "ST"], ["O", "SP", "X"], ["BE", "D"], ["M", "O"]];
const PLACES = ["Riverside Hall", "Example Church", "Old Library", "Garden Room", "North House"];
const pad = (number) => String(number).padStart(2, "0");

/** `count` meetings, all days and times, in rooms and online, around New York. */
export const listOf = (count) =>
  Array.from({ length: count }, (_, number) => {
    const online = number % 3 === 0;
    const place = PLACES[number % PLACES.length];
    const room = { location: place, formatted_address: `${100 + number} Example Street, New York, NY, USA`, latitude: 40.7 + (number % 97) / 500, longitude: -74 + (number % 89) / 500 };
    const link = { conference_url: `https://meet.example.org/j/${number}`, types: [...KINDS[number % KINDS.length], "ONL"] };
    return {
      name: `${place} ${number}`,
      slug: `meeting-${number}`,
      day: number % 7,
      time: `${pad(6 + (number % 16))}:${pad((number % 4) * 15)}`,
      timezone: "America/New_York",
      types: KINDS[number % KINDS.length],
      region: "New York",
      notes: "Ring twice.",
      ...(online ? link : room),
    };
  });

/** The same with four rows that say nothing of use. */
export const withBadRows = (list) => [
  { ...list[0], slug: "bad-1", name: "" },
  { ...list[0], slug: "bad-2", name: "Bad day", day: "someday" },
  { ...list[0], slug: "bad-3", name: "Bad time", time: "25:99" },
  "not a meeting",
  ...list,
];
