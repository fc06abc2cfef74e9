// A record with something of everything in it, for journeys that look at pages rather than at how they are filled.
import { expect } from "@playwright/test";

/** The day it is all set on. */
const TODAY = "2026-11-24";

/** Words that stand nowhere else, so that a journey can tell where they get to. */
export const TYPED = {
  name: "Quillon",
  note: "Zephyrine note",
  smallThing: "Marmoset water",
  goal: "Okapi walk",
  why: "Tamarind back",
  step: "Ibex shoes",
  plan: "Narwhal library",
  person: "Lemuria",
  role: "Wombat friend",
  query: "Quokka",
};

/** Sets all of it from an empty record. Gives back the addresses of the goal and of the person. */
export async function liveIn(app) {
  const { page, words, shell, checkIn, goals, plan, support, settings } = app;
  const followed = async (link) => {
    await link.click();
    await expect(page).toHaveURL(/\/[0-9a-f-]{36}$/);
    return new URL(page.url()).pathname;
  };
  await page.clock.install({ time: new Date(`${TODAY}T10:00:00-05:00`) });
  await app.begin();

  await shell.open("/settings");
  await settings.name.fill(TYPED.name);

  await shell.open("/check-in");
  await checkIn.mood("low").check();
  await checkIn.craving(8).check();
  await checkIn.note.fill(TYPED.note);
  await checkIn.smallThing.fill(TYPED.smallThing);
  await checkIn.finish();

  await shell.open("/goals/new");
  await goals.title.fill(TYPED.goal);
  await goals.why.fill(TYPED.why);
  await goals.addStep.click();
  await goals.stepField(1).fill(TYPED.step);
  await goals.save.click();
  await expect(goals.card(TYPED.goal)).toBeVisible();
  const goal = await followed(goals.link(TYPED.goal));

  await shell.open("/plan");
  await plan.add.or(page.getByRole("button", { name: words.plan.fill })).first().click();
  await plan.what.fill(TYPED.plan);
  await plan.day.fill(TODAY);
  await plan.time.fill("18:30");
  await plan.save.click();
  await expect(plan.addSheet).toBeHidden();

  await shell.open("/support/people/new");
  await support.name.fill(TYPED.person);
  await support.role.fill(TYPED.role);
  await support.phone.fill("555-010-0142");
  await support.save.click();
  const person = await followed(support.person(TYPED.person));

  return { goal, person };
}
