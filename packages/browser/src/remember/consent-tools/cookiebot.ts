import { answer, is, waits, type ConsentTool } from "./tool.ts";

/** Cookiebot: `Cookiebot.consent`, and its events on the window. Categories: `preferences`, `statistics`, `marketing`. */
export const watchCookiebot: ConsentTool = (host) => {
  let decided: unknown;
  return (event) => {
    const { Cookiebot: tool } = host;
    // Its own tag has that id, and so stands where the tool will stand: `<script id="Cookiebot" src=…>`.
    if (!is(tool, "Object")) return is(tool, "ScriptElement") && waits;
    decided ||= event?.type.startsWith("Cookiebot");
    // Before the shopper has answered everything is false, which is no answer.
    return (category) => answer(tool.consent[category], decided || tool.hasResponse);
  };
};
