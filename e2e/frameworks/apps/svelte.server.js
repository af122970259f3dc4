import { render as renderSvelte } from "svelte/server";
import App from "./svelte.svelte";

export const render = () => renderSvelte(App).body;
