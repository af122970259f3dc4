// npm start: installs what is missing, builds, and serves the demo shop with the tag at work.
import { build, installPackages } from "./set-up.mjs";

installPackages();
build();
const { serve } = await import("./serve.mjs");
const wanted = Number(process.env.PORT ?? 4173);
const { address } = await serve("demo-site/dist", wanted).catch(() => serve("demo-site/dist", 0));
console.log(`\n  The demo shop is open: ${address}\n  (stop it with Ctrl+C)\n`);
