// Keeps the messages up to date without taking away what is being typed.
const every = 3000;

async function refresh() {
  if (document.hidden) {
    return;
  }
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (answer.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const now = document.getElementById("messages");
      const next = page.getElementById("messages");
      if (next && next.innerHTML !== now.innerHTML) {
        now.replaceChildren(...next.childNodes);
      }
    }
  } catch {
    // The server is away; the next round may find it again.
  }
}

setInterval(refresh, every);
