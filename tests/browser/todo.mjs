// Uses the list as somebody does, and tells what is seen.
import { instantiate } from "./todo.js";

export default async function run() {
  const main = document.createElement("main");
  document.body.append(main);
  const { start } = await instantiate();
  start(main);
  let seen = "";
  const look = (step) => {
    const line = (li) =>
      `[${li.querySelector("input").checked ? "x" : " "}] ${li.querySelector("span").textContent}${li.className ? ` (${li.className})` : ""}`;
    const lines = [...main.querySelectorAll("li")].map(line).join(", ");
    const chosen = main.querySelector(".chosen").textContent;
    seen += `${step}: ${lines || "nothing"} | ${main.querySelector("output").textContent} | ${chosen}\n`;
  };
  const input = main.querySelector("form input");
  const add = (text) => {
    input.value = text;
    main.querySelector("form").requestSubmit();
    look(`add ${JSON.stringify(text)}`);
  };
  const press = (text) => {
    [...main.querySelectorAll("footer button")].find((it) => it.textContent === text).click();
    look(`press ${text}`);
  };
  const item = (text) =>
    [...main.querySelectorAll("li")].find((li) => li.querySelector("span").textContent === text);
  const toggle = (text) => {
    item(text).querySelector("input").click();
    look(`toggle ${text}`);
  };
  const remove = (text) => {
    item(text).querySelector("button").click();
    look(`delete ${text}`);
  };
  look("start");
  add("tea");
  add("  ");
  add(" milk 🥛 ");
  add("bread");
  toggle("milk 🥛");
  press("Open");
  toggle("tea");
  press("Done");
  toggle("tea");
  press("All");
  remove("bread");
  toggle("tea");
  press("Clear done");
  add("<b>last</b>");
  return `${seen}${input.value === "" && input.placeholder}\n`;
}
