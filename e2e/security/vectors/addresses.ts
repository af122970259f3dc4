import { family, quoted, type Vector } from "./vector.ts";

/** Addresses that are programs, as a browser reads them. */
const ADDRESSES = [
  "javascript:%",
  "JavaScript:%",
  "JAVASCRIPT:%",
  "jAvAsCrIpT:%",
  " javascript:%",
  "\tjavascript:%",
  "\njavascript:%",
  "\r\njavascript:%",
  "\x01javascript:%",
  "\x0bjavascript:%",
  "\x1fjavascript:%",
  "\x01\x02 \x03javascript:%",
  "java\tscript:%",
  "java\nscript:%",
  "java\r\nscript:%",
  "j\ta\nv\ra\ts\nc\rr\ti\np\rt:%",
  "javascript\t:%",
  "javascript\n:%",
  "javascript:\n%",
  "javascript: %",
  "javascript:%;",
  "javascript:void %",
  "javascript:void(%)",
  "javascript:/**/%",
  "javascript:/*https://shop.example/*/%",
  "javascript://https://shop.example/%0A%",
  "javascript://shop.example/%0D%0A%",
  "javascript://%E2%80%A8%",
  "javascript:(()=>{%})()",
  "javascript:eval('%')",
  "javascript:setTimeout('%')",
  "javascript:%74op.fired(#)",
  "javascript:\\u0074op.fired(#)",
  "javascript:top['fired'](#)",
  "javascript:top.fired`#`;0",
  "javascript:top%2Efired%28#%29",
  "javascript:a=1&2;%",
  "javascript:'https://shop.example/'.length;%",
  "javascript:if(1){%}",
  "javascript:mailto:%",
  "javascript:http:%",
];

/** How the word may be written in an attribute. */
const ENCODED = [
  "javascript:%",
  "&#106;avascript:%",
  "&#x6a;avascript:%",
  "&#0000106avascript:%",
  "javascript&colon;%",
  "java&Tab;script:%",
  "java&NewLine;script&colon;%",
  "&#1;javascript:%",
  " &#32;JaVaScRiPt:%",
];

/** What an address of a program runs in; `@` stands for it. */
const CARRIERS = [
  '<a href="@">x</a>',
  '<map name=m><area href="@"></map>',
  '<svg><a href="@"><text>x</text></a></svg>',
  '<svg><a xlink:href="@"><text>x</text></a></svg>',
  '<form action="@"><button>x</button></form>',
  '<form method=post action="@"><button>x</button></form>',
  '<form><button formaction="@">x</button></form>',
  '<form><input type=submit formaction="@"></form>',
  '<form><input type=image formaction="@"></form>',
  '<iframe src="@"></iframe>',
];

const ANIMATED = [
  "<svg><a><animate attributeName=href values=javascript:%><text>x</text></a></svg>",
  "<svg><a><animate attributeName=href from=javascript:% to=javascript:% dur=9s><text>x</text></a></svg>",
  "<svg><a><set attributeName=href to=javascript:%><text>x</text></a></svg>",
];

const DATA = "data:text/html,<script>parent.postMessage(#,'*')</script>";
const DOCUMENTS = [
  `<iframe src="${quoted(DATA)}"></iframe>`,
  `<iframe src="data:text/html;base64,{base64}"></iframe>`,
  `<iframe src="DATA:TEXT/HTML,${quoted("<svg onload=parent.postMessage(#,'*')>")}"></iframe>`,
  `<iframe src=" data:text/html,${quoted("<img src onerror=parent.postMessage(#,'*')>")}"></iframe>`,
  `<iframe src="da\nta:text/html,${quoted("<svg onload=parent.postMessage(#,'*')>")}"></iframe>`,
  `<iframe src="data:image/svg+xml,${quoted("<svg xmlns='http://www.w3.org/2000/svg' onload='parent.postMessage(#,\"*\")'/>")}"></iframe>`,
  `<iframe src="data:application/xhtml+xml,${quoted("<x:script xmlns:x='http://www.w3.org/1999/xhtml'>parent.postMessage(#,'*')</x:script>")}"></iframe>`,
  `<iframe src="data:text/xml,${quoted("<x:script xmlns:x='http://www.w3.org/1999/xhtml'>parent.postMessage(#,'*')</x:script>")}"></iframe>`,
  `<object data="${quoted(DATA)}"></object>`,
  `<object type=text/html data="${quoted(DATA)}"></object>`,
  `<object data="data:image/svg+xml,${quoted("<svg xmlns='http://www.w3.org/2000/svg' onload='parent.postMessage(#,\"*\")'/>")}"></object>`,
  `<embed src="${quoted(DATA)}">`,
  `<embed src="data:image/svg+xml,${quoted("<svg xmlns='http://www.w3.org/2000/svg' onload='parent.postMessage(#,\"*\")'/>")}">`,
  '<iframe srcdoc="<script>%</script>"></iframe>',
  '<iframe srcdoc="&lt;script&gt;%&lt;/script&gt;"></iframe>',
  '<iframe srcdoc="<img src onerror=%>"></iframe>',
  '<iframe srcdoc="<svg onload=%>"></iframe>',
  '<iframe SRCDOC="<body onload=%>"></iframe>',
  "<iframe srcdoc='<iframe src=javascript:%></iframe>'></iframe>",
  "<iframe src=/none srcdoc='&#60;svg onload&#61;%&#62;'></iframe>",
  "<iframe sandbox=allow-scripts srcdoc='<script>parent.postMessage(#,\"*\")</script>'></iframe>",
];

export const addresses: Vector[] = [
  ...family("addresses that are programs", "address", ADDRESSES),
  ...CARRIERS.flatMap((carrier) =>
    family(
      "carriers of an address",
      "markup",
      ENCODED.map((address) => carrier.replace("@", address)),
    ),
  ),
  ...family("animated addresses", "markup", ANIMATED),
  ...family("documents in an address", "markup", DOCUMENTS),
];
