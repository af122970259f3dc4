// Runs in the page: each way of keeping an event gives a function that takes one and resolves when it is kept.
(() => {
  const settled = (request) =>
    new Promise((resolve, reject) => {
      for (const type of ["success", "complete"])
        request.addEventListener(type, () => resolve(request.result));
      for (const type of ["error", "abort"]) request.addEventListener(type, () => reject(request.error));
    });

  const openDatabase = (name) => {
    const request = indexedDB.open(name, 1);
    request.addEventListener("upgradeneeded", () =>
      request.result.createObjectStore("events", { autoIncrement: true }),
    );
    return settled(request);
  };

  /** One transaction for each event, as a page would do that keeps what happens. */
  const raw = (durability) => async () => {
    const database = await openDatabase(`raw-${durability}`);
    return {
      keep(event) {
        const transaction = database.transaction("events", "readwrite", { durability });
        transaction.objectStore("events").add(event);
        return settled(transaction);
      },
      count: () => settled(database.transaction("events").objectStore("events").count()),
    };
  };

  window.ways = {
    async shopkeeper() {
      await window.shopkeeper.ready;
      return {
        keep: ({ name, ...parameters }) => window.shopkeeper.track(name, parameters),
        count: async () => (await window.shopkeeper.events({ name: "view_item" })).length,
      };
    },
    relaxed: raw("relaxed"),
    strict: raw("strict"),
    async idb() {
      const database = await window.idb.openDB("idb", 1, {
        upgrade: (fresh) => void fresh.createObjectStore("events", { autoIncrement: true }),
      });
      return { keep: (event) => database.add("events", event), count: () => database.count("events") };
    },
    async dexie() {
      const database = new window.Dexie("dexie");
      database.version(1).stores({ events: "++" });
      await database.open();
      return { keep: (event) => database.events.add(event), count: () => database.events.count() };
    },
    async localforage() {
      const store = window.localforage.createInstance({ name: "localforage" });
      let key = await store.length();
      return { keep: (event) => store.setItem(String(key++), event), count: () => store.length() };
    },
  };

  let number = 0;
  const nextEvent = () => {
    number++;
    return {
      name: "view_item",
      currency: "EUR",
      value: 20 + (number % 80),
      items: [
        {
          item_id: `shoe-${number % 40}`,
          item_name: `Shoe number ${number % 40}`,
          item_brand: "Nordlicht",
          item_category: "Shoes",
          price: 20 + (number % 80),
          quantity: 1,
          on_sale: number % 3 === 0,
          url: `${location.origin}/products/shoe-${number % 40}`,
          image: `${location.origin}/pictures/shoe-${number % 40}.svg`,
        },
      ],
    };
  };

  const rest = () => new Promise((resolve) => void setTimeout(resolve, 5));

  const opened = {};
  const open = (way) => (opened[way] ??= window.ways[way]());

  /** Events one after the other: milliseconds on the caller's stack and until each is kept. */
  window.keepSingly = async (way, events) => {
    const { keep } = await open(way);
    const times = { stack: [], kept: [] };
    for (let count = 0; count < events; count++) {
      const event = nextEvent();
      const begin = performance.now();
      const promise = keep(event);
      times.stack.push(performance.now() - begin);
      await promise;
      times.kept.push(performance.now() - begin);
      await rest();
    }
    return times;
  };

  /** Events all at once, in one task: milliseconds until the last is kept. */
  window.keepTogether = async (way, events) => {
    const { keep } = await open(way);
    const made = Array.from({ length: events }, nextEvent);
    const begin = performance.now();
    const promises = made.map((event) => keep(event));
    const stack = performance.now() - begin;
    await Promise.all(promises);
    const kept = performance.now() - begin;
    await rest();
    return { stack, kept };
  };

  window.countKept = async (way) => (await open(way)).count();
})();
