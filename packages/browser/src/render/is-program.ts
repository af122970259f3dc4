import { matches } from "../dom/elements.ts";

/**
 * What runs by itself, changes what every address of the page means, or brings a style sheet from anywhere. An SVG
 * animation can give a link the address of a program long after it has been looked at.
 */
const PROGRAMS =
  "script,object,embed,applet,base,meta,link,:is(animate,set):is([attributeName*=href i],[attributeName^=on i])";

/** Attributes that a browser, or a script that loads what comes into view (`data-src`), takes an address from. */
const ADDRESS = /(href|src|action|data)$/i;

/** An address that is a program, or a document that may hold one. */
const PROGRAM = /^((java|vb)script:|blob:|filesystem:|data:(?!image\/(?!svg)|video\/|audio\/))/i;

/** Whether an element is a program, or brings one. */
export const isProgram = (element: Element): boolean => matches(element, PROGRAMS);

/**
 * Whether an attribute holds a program: a handler, an address like `javascript:…`, any address of what is a program,
 * the document of a frame. One that takes the focus counts too.
 *
 * @example holdsProgram(link, "href", " java\tscript:alert(1)") // true
 */
export const holdsProgram = (element: Element, name: string, value: string): boolean =>
  /^(on.*|srcdoc|autofocus)$/i.test(name) ||
  (ADDRESS.test(name) &&
    (isProgram(element) ||
      // Browsers skip white space and control characters in an address.
      // oxlint-disable-next-line no-control-regex
      (PROGRAM.test(value.replace(/[\0- ]+/g, "")) &&
        // A picture runs nothing, not even one in SVG.
        !(element instanceof HTMLImageElement))));
