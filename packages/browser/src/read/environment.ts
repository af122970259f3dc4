// Names and the words of a user agent that tell them; most browsers call themselves Chrome and Safari as well.
const SYSTEMS = "ios:iP,android:Android,windows:Win,macos:Mac,chromeos:CrOS,linux:Linux";
const BROWSERS =
  "edge:Edg,opera:OPR,samsung:SamsungB,firefox:Firefox,firefox:FxiOS,chrome:Chrome,chrome:CriOS,safari:Safari";

const nameIn = (table: string, agent: string): string | undefined =>
  table
    .split(",")
    .map((row) => row.split(":"))
    .find(([, word]) => agent.includes(word!))?.[0];

/**
 * The facts `device.*`, by their dotted names; what is not known is absent.
 *
 * @param further Facts that are taken over with their getters, which are not called: some are costly.
 */
export function readEnvironment(window: Window, further: object): Record<string, unknown> {
  const { userAgent, maxTouchPoints, language } = window.navigator;
  // An iPad says that it is a Mac, which has no touch screen.
  const agent = /Macintosh/.test(userAgent) && maxTouchPoints > 1 ? `${userAgent} iPad` : userAgent;
  const facts: Record<string, unknown> = {
    "device.type": /iPad|Tablet|Android(?!.*Mobi)/.test(agent)
      ? "tablet"
      : /Mobi/.test(agent)
        ? "mobile"
        : "desktop",
    "device.os": nameIn(SYSTEMS, agent),
    "device.browser": nameIn(BROWSERS, agent),
    "device.touch": maxTouchPoints > 0,
    "device.language": language,
  };
  for (const name of Object.keys(facts)) if (facts[name] === undefined) delete facts[name];
  return Object.defineProperties(facts, Object.getOwnPropertyDescriptors(further));
}
