/** As far as it is used: its own types come in a package of somebody else's. */
declare module "jsdom" {
  export class VirtualConsole {
    on(event: string, listener: (error: Error) => void): this;
  }
  export class JSDOM {
    constructor(
      html: string,
      options: { url: string; runScripts: "outside-only"; virtualConsole: VirtualConsole },
    );
    window: { eval(script: string): unknown; close(): void };
  }
}
