import { hydrate } from "svelte";
import App from "./svelte.svelte";

window.begin = () => hydrate(App, { target: document.getElementById("root") });
