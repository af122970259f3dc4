/** What the table of time zones tells of a place; what it does not know is absent. */
export interface Place {
  /** ISO 3166-1 alpha-2. */
  country?: string | undefined;
  hemisphere?: "northern" | "southern" | undefined;
  /** The season of every month, January first. Absent within 10 degrees of the equator. */
  seasons?: string[] | undefined;
}

/** Loads the table of time zones. */
export type LoadTimeZones = () => Promise<{ placeOf(zone: string, declared?: string): Place }>;

interface PlaceOptions {
  /** What the shop or the page declares, ISO 3166-1 alpha-2. A language is no country. */
  country?: string | undefined;
  /** Without it only what is declared is known. */
  load: LoadTimeZones | undefined;
  /** Whether the table may be loaded now. */
  wanted(): boolean;
  /** The table has come, so that facts that were unknown are known. */
  found(): void;
}

/** Where the visitor is. */
export interface PlaceReader {
  /** The facts `geo.*` by their dotted names, as getters; undefined while not known. */
  readonly facts: Record<string, unknown>;
  /** Settles when the table that was asked for has come, or failed; undefined while nothing asked for it. */
  readonly loading: Promise<void> | undefined;
  /** What the table told, as plain data, so that the next page knows it without the table. */
  save(): unknown;
  /** Takes what another page saved. What this page has learnt itself stays. */
  restore(saved: unknown): void;
}

/**
 * Tells where the visitor is: what is declared, else what their time zone says.
 *
 * Who asks for more than is declared sets off the table of time zones, once a page. Until it has come, and where it
 * cannot, the fact is unknown.
 */
export function readPlace({ country, load, wanted, found }: PlaceOptions): PlaceReader {
  const declared = country?.toUpperCase();
  let zone: string | undefined;
  let known: [asked: string, place: Place] | undefined;
  let loading: Promise<void> | undefined;

  // The first formatter of a page costs tens of milliseconds: only who asks for the time zone pays for it, and once.
  const timezone = (): string => (zone ??= Intl.DateTimeFormat().resolvedOptions().timeZone);

  const place = (): Place => {
    const asked = `${timezone()} ${declared}`;
    if (known?.[0] === asked) return known[1];
    if (load && wanted())
      loading ??= load().then(
        (table) => {
          known = [asked, table.placeOf(timezone(), declared)];
          found();
        },
        // Offline, not beside the tag, or against the page's content policy: the browser says which in its console.
        () => {},
      );
    return {};
  };

  return {
    facts: {
      get "geo.country"() {
        return declared ?? place().country;
      },
      get "geo.source"() {
        return declared ? "page" : place().country && "timezone";
      },
      get "geo.timezone"() {
        return timezone();
      },
      get "geo.hemisphere"() {
        return place().hemisphere;
      },
      get "geo.season"() {
        return place().seasons?.[new Date().getMonth()];
      },
    },
    get loading() {
      return loading;
    },
    save: () => known,
    restore(saved) {
      // Of what anybody may have written into the storage, what has the shape of it.
      if ((saved as unknown[] | undefined)?.[1]) known ??= saved as typeof known;
    },
  };
}
