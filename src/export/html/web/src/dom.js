// Making elements. Text goes in as text, never as markup.

export const byId = (id) => document.getElementById(id);

/** An element with properties and children; `on…` are listeners, names with a dash attributes. */
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === false) continue;
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (key.includes("-") || key === "role") made.setAttribute(key, value);
    else if (key === "style") made.style.cssText = value;
    else made[key] = value;
  }
  made.append(...children.flat().filter((child) => child !== undefined && child !== null && child !== false));
  return made;
}

export const dot = (colour) => element("i", { className: "dot", style: `background:${colour}`, "aria-hidden": "true" });
